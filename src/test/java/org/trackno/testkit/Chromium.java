package org.trackno.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser: Debian's Chromium, or the one that {@code TRACKNO_CHROMIUM} names. Started when first wanted, one a test
 * run. Tests in it have the tag {@code browser}. Without a browser they are skipped, and say so; when one is named it has to be
 * there: that is how the build that decides names it, because a page that nobody opened is not tested.
 */
public final class Chromium {
    private static final Logger LOG = Logger.getLogger(Chromium.class);
    private static final String NAMED = "TRACKNO_CHROMIUM";
    private static final Path DEBIAN = Path.of("/usr/bin/chromium");

    private Chromium() {}

    /** The browser; skips the test when there is none and none was named. */
    static Browser browser() {
        Path executable = executable();
        if (!Files.isExecutable(executable)) {
            String missing = "Tests of the pages need Chromium, and there is no " + executable
                    + ". On Debian: apt install chromium. Elsewhere: set TRACKNO_CHROMIUM to its path.";
            if (System.getenv(NAMED) != null) {
                throw new IllegalStateException(missing);
            }
            LOG.error(missing + " SKIPPED.");
            Assumptions.abort(missing);
        }
        return Holder.BROWSER;
    }

    private static Path executable() {
        String named = System.getenv(NAMED);
        return named == null ? DEBIAN : Path.of(named);
    }

    private static final class Holder {
        private static final Browser BROWSER = launch();

        private static Browser launch() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return browser;
        }
    }
}
