package org.trackno.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;

/**
 * A storefront's own web server, with a page that embeds a parcel and forbids all else that can be forbidden. It is reached
 * under two origins: one that is registered (see {@link StorefrontProperties}), and one that is not.
 */
public final class ForeignShop implements AutoCloseable {
    /** What docs/embed.md says a page has to allow. Trusted types and the rest are as strict as can be. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self' TRACKNO/trackno.js; connect-src TRACKNO/embed/; frame-src TRACKNO/embed/;"
                    + " style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none';"
                    + " require-trusted-types-for 'script'; trusted-types 'none'";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Your order</title><link rel="stylesheet" href="/shop.css">
            <script src="/shop.js"></script>
            <script src="TRACKNO/trackno.js" async></script></head>
            <body><main><h1>Your order</h1>BODY<p id="after">Thank you for shopping with us.</p></main></body></html>
            """;

    /** The page keeps the place, and what it hears. */
    private static final String STYLE =
            """
            html { color-scheme: light; }
            @media (prefers-color-scheme: dark) { html.dark { color-scheme: dark; background: #111; color: #eee; } }
            body { font: 1rem/1.5 "Liberation Sans", sans-serif; margin: 1rem; }
            h1 { font-size: 1.25rem; }
            trackno-parcel { display: block; min-height: 34rem; }
            @media (min-width: 32rem) { trackno-parcel { min-height: 26rem; } }
            iframe { border: 0; width: 100%; max-width: 30rem; height: 24rem; }
            .w280 { width: 280px; } .w600 { width: 600px; max-width: 100%; }
            .dressed { --trackno-accent: rgb(109, 40, 217); --trackno-radius: 3px; --trackno-font: "Liberation Serif"; }
            .dressed::part(link) { text-transform: uppercase; }
            """;

    private static final String SCRIPT =
            """
            const heard = [];
            for (const name of ['trackno:stage', 'trackno:error']) {
              document.addEventListener(name, (event) => heard.push({ name, tag: event.target.tagName, ...event.detail }));
            }
            let shifted = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((one) => { shifted += one.value; }))
              .observe({ type: 'layout-shift', buffered: true });
            """;

    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    /** Open for visitors. */
    public ForeignShop() {
        server.start();
        server.stubFor(get("/favicon.ico").willReturn(aResponse().withStatus(204)));
        server.stubFor(get("/shop.css")
                .willReturn(aResponse().withHeader("Content-Type", "text/css").withBody(STYLE)));
        server.stubFor(get("/shop.js")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/javascript")
                        .withBody(SCRIPT)));
    }

    /** Puts a page up; its address under the registered origin. */
    public String page(String body) {
        String trackno = TracknoClient.root().toString().replaceAll("/$", "");
        server.stubFor(get("/order")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html;charset=utf-8")
                        .withHeader("Content-Security-Policy", POLICY.replace("TRACKNO", trackno))
                        .withBody(PAGE.replace("BODY", body).replace("TRACKNO", trackno))));
        return registered() + "/order";
    }

    /** Its origin that may embed parcels. */
    public String registered() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The same server under an origin that may not. */
    public String unregistered() {
        return "http://localhost:" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
