package org.trackno.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.trackno.limit.RefusedException;
import org.trackno.support.BrokenConnection;

/** Whatever else goes wrong with a request, as a problem document without a stack trace. */
class ErrorMappers {
    private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

    private static final Map<Integer, ProblemDocument> BY_STATUS = Map.of(
            400,
            ProblemDocument.of("invalid-request", "The request cannot be used", 400, "See /openapi for what is right."),
            404,
            ProblemDocument.of(
                    "no-such-resource", "Nothing here", 404, "There is nothing at this address; see /openapi."),
            405,
            ProblemDocument.of(
                    "method-not-allowed", "Wrong method", 405, "See /openapi for the methods of this address."),
            406,
            ProblemDocument.of(
                    "not-acceptable",
                    "No such representation",
                    406,
                    "Accept application/json, or application/x-ndjson for" + " POST /v1/track."),
            413,
            ProblemDocument.of("too-large", "The body is too large", 413, "At most 256 kB are read."),
            415,
            ProblemDocument.of(
                    "unsupported-media-type",
                    "Wrong media type",
                    415,
                    "Send the body as Content-Type: application/json."));

    @ServerExceptionMapper
    Response map(ProblemException problem) {
        return problem.problem().response();
    }

    @ServerExceptionMapper
    Response map(RefusedException refused) {
        return ProblemDocument.of(refused.refusal()).response();
    }

    @ServerExceptionMapper
    Response map(WebApplicationException failure) {
        Response original = failure.getResponse();
        ProblemDocument problem = BY_STATUS.get(original.getStatus());
        if (problem == null) {
            return original.getStatus() < 500
                    ? ProblemDocument.of("invalid-request", "The request cannot be used", original.getStatus(), "")
                            .response()
                    : map((Throwable) failure);
        }
        return problem.response();
    }

    @ServerExceptionMapper
    Response map(Throwable bug) {
        if (BrokenConnection.isCauseOf(bug)) {
            LOG.debug("A caller left", bug);
        } else {
            LOG.error("A request failed", bug);
        }
        return ProblemDocument.of("internal-error", "Something broke", 500, "It has been logged.")
                .response();
    }
}
