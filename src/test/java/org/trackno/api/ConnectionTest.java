package org.trackno.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** What a connection sends with; Vert.x' own ways would answer the same, slower. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class ConnectionTest {
    private static final String PATH = "/handlers-of-this-connection";

    @Inject
    TracknoClient trackno;

    @Test
    void a_connection_sends_as_trackno_does_from_its_first_answer_on() {
        String handlers = trackno.get(PATH).body();

        assertThat(handlers.split(","))
                .startsWith(GatheredFlush.class.getSimpleName())
                .contains(PackingWhereTaken.class.getSimpleName())
                .doesNotContain("HttpChunkContentCompressor", "ChunkedWriteHandler");
    }

    /** Says it, behind the entrance. */
    @Singleton
    static class Handlers {
        void register(@Observes Filters filters) {
            filters.register(Handlers::answer, 1);
        }

        private static void answer(RoutingContext context) {
            if (context.normalizedPath().equals(PATH)) {
                StringBuilder names = new StringBuilder();
                ((ConnectionBase) context.request().connection())
                        .channel()
                        .pipeline()
                        .forEach(handler -> names.append(
                                        handler.getValue().getClass().getSimpleName())
                                .append(','));
                context.end(names.toString());
            } else {
                context.next();
            }
        }
    }
}
