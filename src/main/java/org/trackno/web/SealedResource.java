package org.trackno.web;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;
import org.trackno.web.SealedQuestions.Question;

/** {@code /parcels/{sealed}}: the page of one parcel or of many, at an address that does not tell their numbers. */
@Path("/parcels/{sealed}")
@NonBlocking
public class SealedResource {
    private final SealedQuestions sealed;
    private final ParcelPages pages;
    private final ListPages lists;
    private final Proofs proofs;
    private final PageStreams streams;
    private final PageFiles files;
    private final ListExport exports;
    private final PageResponses responses;

    SealedResource(
            SealedQuestions sealed,
            ParcelPages pages,
            ListPages lists,
            Proofs proofs,
            PageStreams streams,
            PageFiles files,
            ListExport exports,
            PageResponses responses) {
        this.sealed = sealed;
        this.pages = pages;
        this.lists = lists;
        this.proofs = proofs;
        this.streams = streams;
        this.files = files;
        this.exports = exports;
        this.responses = responses;
    }

    /** The parcel's page, or the list. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<Response> get(
            @PathParam("sealed") String segment, @BeanParam Visit visit, @Context HttpServerRequest request) {
        visit.cameWith(request);
        return opened(segment, visit, questions -> {
            if (questions.size() > 1) {
                return lists.get(questions, segment, visit);
            }
            Question question = questions.get(0);
            return pages.get(question.number(), question.carrier(), pages.plain(address(segment)), visit);
        });
    }

    /** The rows of the list, each as a line of HTML as soon as it is known. */
    @GET
    @Path("/rows")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestMulti<String> rows(
            @PathParam("sealed") String segment, @BeanParam Visit visit, @Context HttpServerRequest request) {
        visit.cameWith(request);
        Multi<String> rows = sealed.open(segment)
                .onItem()
                .transformToMulti(questions -> lists.rows(questions.orElse(List.of()), visit));
        return RestMulti.fromMultiData(rows)
                .header("Content-Type", PageResponses.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", PageResponses.POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** A postcode as proof: a link that shows everything, or the page again with what was wrong. */
    @POST
    @Path("/proof")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<Response> prove(
            @PathParam("sealed") String segment,
            @FormParam("postcode") @Nullable String postcode,
            @BeanParam Visit visit,
            @Context HttpServerRequest request) {
        visit.cameWith(request);
        return opened(segment, visit, questions -> {
            Question question = questions.get(0);
            Reading reading = pages.plain(address(segment));
            return proofs.prove(question.number(), question.carrier(), postcode, reading, visit);
        });
    }

    /** The map of the towns passed. */
    @GET
    @Path("/map.svg")
    @Operation(hidden = true)
    public Uni<Response> map(
            @PathParam("sealed") String segment,
            @QueryParam("dark") boolean dark,
            @BeanParam Visit visit,
            @Context HttpServerRequest request) {
        visit.cameWith(request);
        return one(segment).flatMap(one -> files.map(one.number(), one.carrier(), pages.audience(), dark, visit));
    }

    /** The expected date for a calendar. */
    @GET
    @Path("/expected.ics")
    @Operation(hidden = true)
    public Uni<Response> expected(
            @PathParam("sealed") String segment, @BeanParam Visit visit, @Context HttpServerRequest request) {
        visit.cameWith(request);
        return one(segment).flatMap(one -> files.calendar(one.number(), one.carrier(), pages.audience(), visit));
    }

    /** The list as a file. A form, so that what is asked for is not fetched by looking at a link. */
    @POST
    @Path("/list.csv")
    @Operation(hidden = true)
    public Uni<Response> export(
            @PathParam("sealed") String segment, @BeanParam Visit visit, @Context HttpServerRequest request) {
        visit.cameWith(request);
        return sealed.open(segment)
                .map(found -> found.orElseThrow(NotFoundException::new))
                .flatMap(questions -> exports.of(questions, visit));
    }

    private Uni<Question> one(String segment) {
        return sealed.open(segment).map(found -> found.filter(some -> !some.isEmpty())
                .orElseThrow(NotFoundException::new)
                .get(0));
    }

    /** When the page is worth reading again. */
    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> stream(
            @PathParam("sealed") String segment,
            @QueryParam("seen") @Nullable String seen,
            @BeanParam Visit visit,
            @Context HttpServerRequest request,
            @Context Sse sse) {
        visit.cameWith(request);
        return sealed.open(segment).onItem().transformToMulti(questions -> questions
                .filter(one -> !one.isEmpty())
                .map(one -> streams.of(one.get(0).number(), one.get(0).carrier(), seen, visit, sse))
                .orElseGet(() -> Multi.createFrom().empty()));
    }

    private Uni<Response> opened(String segment, Visit visit, Function<List<Question>, Uni<Response>> answer) {
        return sealed.open(segment)
                .flatMap(questions -> questions
                        .filter(some -> !some.isEmpty())
                        .map(answer)
                        .orElseGet(() -> Uni.createFrom().item(nothing(visit))))
                .onFailure()
                .recoverWithItem(failure -> pages.failed(failure, visit));
    }

    private Response nothing(Visit visit) {
        Messages messages = Wording.in(visit.language()).messages();
        return responses.trouble(404, TroubleView.of(messages.noPageTitle(), messages.noPageText()), "/", visit);
    }

    private static Addresses.PageAddress address(String segment) {
        return new Addresses.PageAddress(Addresses.sealed(segment), "");
    }
}
