package org.trackno.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real browser: Debian's Chromium, or the one that {@code TRACKNO_CHROMIUM} names. Started when first wanted, one a test
 * run. Tests in it have the tag {@code browser}; without a browser they fail, because a page that nobody opened is not tested.
 */
public final class Chromium {
    private static final Path DEBIAN = Path.of("/usr/bin/chromium");

    private Chromium() {}

    /** The browser. */
    static Browser browser() {
        return Holder.BROWSER;
    }

    private static final class Holder {
        private static final Browser BROWSER = launch();

        private static Browser launch() {
            String named = System.getenv("TRACKNO_CHROMIUM");
            Path executable = named == null ? DEBIAN : Path.of(named);
            if (!Files.isExecutable(executable)) {
                throw new IllegalStateException("Tests of the pages need Chromium, and there is no " + executable
                        + ". On Debian: apt install chromium. Elsewhere: set TRACKNO_CHROMIUM to its path. To leave these"
                        + " tests out: mvn verify -DexcludedGroups=browser");
            }
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return browser;
        }
    }
}
