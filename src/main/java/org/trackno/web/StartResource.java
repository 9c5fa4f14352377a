package org.trackno.web;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /}: the page to begin with. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@NonBlocking
public class StartResource {
    private final PageResponses responses;

    StartResource(PageResponses responses) {
        this.responses = responses;
    }

    /** The start page. */
    @GET
    @Operation(hidden = true)
    public Response get(@BeanParam Visit visit) {
        return page(200, visit, new StartView("", ""));
    }

    private Response page(int status, Visit visit, StartView start) {
        Wording words = Wording.in(visit.language());
        Frame frame = responses.frame(visit, "/", words.messages().startTitle());
        return responses.page(status, Templates.start(frame, start), visit.language());
    }
}
