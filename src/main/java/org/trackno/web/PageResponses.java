package org.trackno.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.trackno.support.Gzip;
import org.trackno.web.storefront.Storefronts;

/** Pages as HTTP responses: nothing but our own files is loaded, no code in the page runs, nobody frames it. */
@ApplicationScoped
class PageResponses {
    static final String MEDIA_TYPE = "text/html;charset=utf-8";

    /** What a page may load and who may frame it, but for its own style; ASVS 3.4.3 and 3.4.6. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    private final Assets assets;
    private final Storefronts storefronts;
    private final StorefrontAssets brands;

    private final String policy;

    PageResponses(Assets assets, PageStyle style, Storefronts storefronts, StorefrontAssets brands) {
        this.assets = assets;
        this.policy = POLICY.replace("style-src 'self'", "style-src 'self' " + style.source());
        this.storefronts = storefronts;
        this.brands = brands;
    }

    /** What stands around a page. */
    Frame frame(Visit visit, String path, String title) {
        Brand brand = storefronts
                .find(visit.storefront())
                .map(storefront -> Brand.of(storefront, brands, visit.language()))
                .orElse(null);
        return new Frame(visit.language(), visit.isChosen(), path, title, assets, visit.storefront(), brand);
    }

    /** A page that nobody but its reader keeps. */
    Response page(int status, TemplateInstance template, Visit visit) {
        Language language = visit.language();
        return headers(Response.status(status).entity(bytes(template, language)), language)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A page written before. */
    Response page(WrittenPages.Written written, Visit visit) {
        boolean gzip = visit.takesGzip();
        Response.ResponseBuilder response = headers(
                        Response.ok(gzip ? written.gzip() : written.html()), visit.language())
                .header("Cache-Control", "private, no-cache");
        return (gzip ? response.header("Content-Encoding", Gzip.ENCODING) : response).build();
    }

    /** The page of a trouble. */
    Response trouble(int status, TroubleView view, String path, Visit visit) {
        return page(status, Templates.trouble(frame(visit, path, view.title()), view), visit);
    }

    /** The bytes of a page. */
    static byte[] bytes(TemplateInstance template, Language language) {
        return template.setLocale(language.locale()).render().getBytes(StandardCharsets.UTF_8);
    }

    /** After a form: the page to read, by GET. The path goes out as it is: there may be no request any more to complete it by. */
    static Response seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", path)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private Response.ResponseBuilder headers(Response.ResponseBuilder response, Language language) {
        return response.header("Content-Type", MEDIA_TYPE)
                .header("Content-Language", language.code())
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Vary", "Accept-Language, Accept-Encoding");
    }
}
