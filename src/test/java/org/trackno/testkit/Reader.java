package org.trackno.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody who reads pages in a real browser, with nothing kept from before. Notes whatever should not happen. */
public final class Reader implements AutoCloseable {
    /** The narrowest and a usual width, in CSS pixels. */
    public static final int NARROW = 320;

    public static final int WIDE = 1280;

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> known =
            new ArrayList<>(List.of(TracknoClient.root().toString()));

    private Reader(NewContextOptions options) {
        context = Chromium.browser().newContext(options);
        page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            boolean statusOfThePage = message.text().startsWith("Failed to load")
                    && message.location().startsWith(context.pages().get(0).url());
            if (message.type().equals("error") && !statusOfThePage) {
                complaints.add("console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (known.stream().noneMatch(request.url()::startsWith)) {
                complaints.add("asked a stranger: " + request.url());
            }
        });
    }

    /** A reader of English on a wide screen. */
    public static Reader english() {
        return new Reader(options("en", WIDE, ColorScheme.LIGHT));
    }

    /** A reader of a language, on a screen of a width, in light or in the dark. */
    public static Reader of(String language, int width, ColorScheme scheme) {
        return new Reader(options(language, width, scheme));
    }

    /** A reader whose browser runs no scripts. */
    public static Reader withoutScripts() {
        return new Reader(options("en", WIDE, ColorScheme.LIGHT).setJavaScriptEnabled(false));
    }

    private static NewContextOptions options(String language, int width, ColorScheme scheme) {
        return new NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setBaseURL(TracknoClient.root().toString());
    }

    /** Begins anew: nothing of what was done before is kept or held against anybody. */
    public void forget() {
        if (page.url().startsWith("http")) {
            page.evaluate("localStorage.clear()");
        }
        complaints.clear();
    }

    /** Looks at the page that is open on a screen of another width, in light or in the dark. */
    public void look(int width, ColorScheme scheme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** The page that is open. */
    public Page page() {
        return page;
    }

    /** Opens a page. */
    public Response open(String path) {
        return page.navigate(TracknoClient.root().resolve(path).toString());
    }

    /** Opens a page of somebody else, who is no stranger then. */
    public Response visit(String origin, String address) {
        known.add(origin);
        return page.navigate(address);
    }

    /** What happened so far that should not. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The text of what a selector finds. */
    public String text(String selector) {
        return page.locator(selector).first().innerText();
    }

    /** No rule of accessibility is broken, nothing is wider than the screen, and nothing happened that should not. */
    public void assertWell(String state) {
        assertNoViolations(new AxeBuilder(page), state);
        assertFits(state);
        assertClean(state);
    }

    /** Everything can be told from what is behind it: the one rule of accessibility that depends on the colours. */
    public void assertContrast(String state) {
        assertNoViolations(new AxeBuilder(page).withRules(List.of("color-contrast")), state);
    }

    private static void assertNoViolations(AxeBuilder axe, String state) {
        assertThat(axe.analyze().getViolations())
                .as("accessibility of " + state)
                .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml() + " "
                        + rule.getNodes().get(0).getFailureSummary())
                .isEmpty();
    }

    /** Nothing is wider than the screen. */
    public void assertFits(String state) {
        Object wide = page.evaluate(
                """
                () => [...document.querySelectorAll('body *')]
                    .filter((one) => one.checkVisibility() && !one.closest('.hidden, .skip')
                        && getComputedStyle(one).clipPath === 'none' && !one.closest('.earlier'))
                    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1
                        || (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline'
                            && !one.closest('select, textarea, input, svg')))
                    .map((one) => one.outerHTML.slice(0, 120))
                """);
        assertThat((List<?>) wide).as("overflow in " + state).isEmpty();
    }

    /** No error, no dialog, no request to anybody else, no cookie. */
    public void assertClean(String state) {
        assertThat(complaints).as(state).isEmpty();
        assertThat(context.cookies()).as("cookies in " + state).isEmpty();
    }

    /** Keeps what is seen as a build output, to be looked at. */
    public void screenshot(String name) {
        page.evaluate(
                """
                () => Promise.all([...document.images].map((one) => { one.loading = 'eager'; return one.decode(); }))
                """);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
