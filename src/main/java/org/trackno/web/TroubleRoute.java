package org.trackno.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Requests that were refused before any resource saw them, as a page: for browsers, which is whom such a request fails for. */
@ApplicationScoped
class TroubleRoute {
    /** Before the handler of Quarkus, which would write a document of its own. */
    private static final int FIRST = Integer.MIN_VALUE;

    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final PageResponses responses;

    TroubleRoute(PageResponses responses) {
        this.responses = responses;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::handle);
    }

    private void handle(RoutingContext context) {
        int status = context.statusCode();
        boolean refused = context.failure() == null && (status == TOO_MANY || status == UNAVAILABLE);
        if (!refused || context.response().ended()) {
            context.next();
            return;
        }
        Visit visit = new Visit();
        visit.chosen = context.request().getParam("lang");
        visit.named = context.request().getParam("storefront");
        visit.accepted = context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        Messages messages = Wording.in(visit.language()).messages();
        Integer seconds = seconds(context.response().headers().get(HttpHeaders.RETRY_AFTER));
        Integer again = context.request().method() == HttpMethod.GET ? seconds : null;
        TroubleView view = status == TOO_MANY
                ? TroubleView.of(messages.tooManyTitle(), tooMany(messages, seconds))
                        .again(again)
                : TroubleView.of(messages.storeTitle(), messages.storeText()).again(again);
        write(responses.trouble(status, view, "/", visit), context.response().setStatusCode(status));
    }

    private static String tooMany(Messages messages, @Nullable Integer seconds) {
        return seconds == null ? messages.tooManyText() : messages.tooManyWait(seconds);
    }

    private static void write(Response page, HttpServerResponse response) {
        page.getHeaders()
                .forEach((name, values) -> values.forEach(value -> response.putHeader(name, value.toString())));
        response.end(io.vertx.core.buffer.Buffer.buffer((byte[]) page.getEntity()));
    }

    /** The seconds of a {@code Retry-After} header; null when it states none. */
    static @Nullable Integer seconds(@Nullable String header) {
        return header == null || !header.matches("\\d{1,5}") ? null : Integer.valueOf(header);
    }
}
