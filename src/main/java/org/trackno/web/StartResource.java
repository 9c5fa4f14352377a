package org.trackno.web;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trackno.support.Json;
import org.trackno.web.SealedQuestions.Question;

/** {@code /}: the page to begin with, and its form. */
@Path("/")
@NonBlocking
public class StartResource {
    private final PageResponses responses;
    private final PastedNumbers pasted;
    private final SealedQuestions sealed;
    private final ParcelPages pages;

    StartResource(PageResponses responses, PastedNumbers pasted, SealedQuestions sealed, ParcelPages pages) {
        this.responses = responses;
        this.pasted = pasted;
        this.sealed = sealed;
        this.pages = pages;
    }

    /** The start page. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response get(@BeanParam Visit visit) {
        return page(200, visit, new StartView("", "", ""));
    }

    /** What the form sends: a redirect to an address that holds the numbers sealed, or the form again with what was wrong. */
    @POST
    @Path("/track")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<Response> track(MultivaluedMap<String, String> form, @BeanParam Visit visit) {
        String text = String.valueOf(form.getFirst("numbers") == null ? "" : form.getFirst("numbers"));
        List<Question> questions = pasted.read(text).stream()
                .map(one -> new Question(one.number(), PastedNumbers.chosen(form.getFirst("carrier." + one.number()))))
                .toList();
        if (questions.isEmpty()) {
            Messages messages = Wording.in(visit.language()).messages();
            StartView view = new StartView(text, messages.nothingFoundTitle(), messages.nothingFoundText());
            return Uni.createFrom().item(page(400, visit, view));
        }
        return sealed.close(questions)
                .map(segment -> PageResponses.seeOther(visit.keep(Addresses.sealed(segment))))
                .onFailure()
                .recoverWithItem(failure -> pages.failed(failure, visit));
    }

    /** Whose the numbers in a text may be, while it is typed. */
    @POST
    @Path("/recognise")
    @Consumes(MediaType.TEXT_PLAIN)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response recognise(String text) {
        return Response.ok(Json.line(pasted.read(text)), MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private Response page(int status, Visit visit, StartView start) {
        Wording words = Wording.in(visit.language());
        Frame frame = responses.frame(visit, "/", words.messages().startTitle());
        return responses.page(status, Templates.start(frame, start), visit);
    }
}
