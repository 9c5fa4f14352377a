package org.trackno.web;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.trackno.sandbox.SandboxProperties;
import org.trackno.web.storefront.Storefront;
import org.trackno.web.storefront.Storefronts;

/** {@code /embed/try}: what a storefront can embed, to look at and to copy. For those who build pages, so in English. */
@Path("/embed/try")
@NonBlocking
public class TryResource {
    private static final String SAMPLE_CARRIER = "royal-mail";

    private final PageResponses pages;
    private final EmbedResponses embedded;
    private final Storefronts storefronts;
    private final Config config;

    TryResource(PageResponses pages, EmbedResponses embedded, Storefronts storefronts, Config config) {
        this.pages = pages;
        this.embedded = embedded;
        this.storefronts = storefronts;
        this.config = config;
    }

    /** The page. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response get(
            @QueryParam("number") @Nullable String number,
            @QueryParam("carrier") @Nullable String carrier,
            @BeanParam Visit visit,
            @Context UriInfo uri) {
        String wanted = number == null ? "" : number.strip();
        String named = carrier == null ? "" : carrier.strip();
        Frame frame = pages.frame(visit, "/embed/try", "Embed a parcel");
        TryView view = view(wanted, named, visit, uri.getBaseUri().toString().replaceAll("/$", ""));
        return embedded.tried(Templates.embedding(frame, view), Language.ENGLISH);
    }

    private TryView view(String number, String carrier, Visit visit, String here) {
        String language = visit.language().code();
        String framePath = "/embed/" + encode(number)
                + query(
                        parameter("carrier", carrier),
                        parameter("storefront", visit.storefront()),
                        parameter("lang", language));
        String pagePath = "/track/" + encode(number)
                + query(
                        parameter("carrier", carrier),
                        parameter("storefront", visit.storefront()),
                        parameter("lang", language));
        String attributes = Stream.of(
                        attribute("number", number),
                        attribute("carrier", carrier),
                        attribute("lang", language),
                        attribute("storefront", visit.storefront()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return new TryView(
                number,
                carrier,
                language,
                visit.storefront(),
                storefronts.all().stream().map(Storefront::id).toList(),
                samples(),
                "<script src=\"" + here + "/trackno.js\" async></script>\n<trackno-parcel " + attributes
                        + "></trackno-parcel>",
                "<iframe src=\"" + here + framePath
                        + "\"\n  title=\"Where your parcel is\" width=\"100%\" height=\"480\""
                        + " loading=\"lazy\"></iframe>",
                framePath,
                pagePath);
    }

    private List<TryView.Sample> samples() {
        return SandboxProperties.numbers(config, SAMPLE_CARRIER).stream()
                .map(one -> new TryView.Sample(
                        "/embed/try"
                                + query(
                                        parameter("number", one.trackingNumber()),
                                        parameter("carrier", SAMPLE_CARRIER)),
                        one.scenario()))
                .toList();
    }

    private static String query(String... parameters) {
        String all = Stream.of(parameters).filter(one -> !one.isEmpty()).collect(Collectors.joining("&"));
        return all.isEmpty() ? "" : "?" + all;
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + encode(value);
    }

    private static String attribute(String name, String value) {
        return value.isEmpty() ? "" : name + "=\"" + value.replace("&", "&amp;").replace("\"", "&quot;") + "\"";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
