package org.trackno.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Errors as pages, where somebody reads with a browser: outside the HTTP interface, and HTML is asked for. */
class TroubleFilter {
    private static final int ERROR = 400;

    private final PageResponses responses;

    TroubleFilter(PageResponses responses) {
        this.responses = responses;
    }

    /** Puts a page in the place of a problem document. */
    @ServerResponseFilter
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < ERROR || !isProblem(response) || !isReadByPeople(request)) {
            return;
        }
        Visit visit = new Visit();
        visit.chosen = request.getUriInfo().getQueryParameters().getFirst("lang");
        visit.named = request.getUriInfo().getQueryParameters().getFirst("storefront");
        visit.accepted = request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        boolean again = request.getMethod().equals("GET");
        String retryAfter = response.getHeaderString(HttpHeaders.RETRY_AFTER);
        TroubleView view = view(
                        response.getStatus(), Wording.in(visit.language()).messages())
                .again(again ? TroubleRoute.seconds(retryAfter) : null);
        Response page = responses.trouble(response.getStatus(), view, "/", visit);
        response.setEntity(page.getEntity());
        page.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
    }

    private static boolean isProblem(ContainerResponseContext response) {
        return response.getMediaType() != null
                && response.getMediaType().getSubtype().equals("problem+json");
    }

    private static boolean isReadByPeople(ContainerRequestContext request) {
        @Nullable String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains("text/html")
                && !request.getUriInfo().getPath().startsWith("/v1/");
    }

    private static TroubleView view(int status, Messages messages) {
        return switch (status) {
            case 404, 405, 406, 415 -> TroubleView.of(messages.noPageTitle(), messages.noPageText());
            case 429 -> TroubleView.of(messages.tooManyTitle(), messages.tooManyText());
            case 503 -> TroubleView.of(messages.storeTitle(), messages.storeText());
            default ->
                status < 500
                        ? TroubleView.of(messages.nothingFoundTitle(), messages.nothingFoundText())
                        : TroubleView.of(messages.brokenTitle(), messages.brokenText());
        };
    }
}
