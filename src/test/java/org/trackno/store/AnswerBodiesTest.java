package org.trackno.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.trackno.store.Sighting.RawAnswer;

/** Different answers are packed once each, in step with their hashes. */
class AnswerBodiesTest {
    private final AnswerBodies bodies = new AnswerBodies();

    @Test
    void equal_bodies_are_one_and_each_lies_beside_its_hash() {
        Buffer one = bodies.hash(answer("one"));
        Buffer two = bodies.hash(answer("two"));
        Buffer again = bodies.hash(answer("one"));

        assertThat(again).isEqualTo(one);
        assertThat(bodies.hashes()).containsExactly(one, two);
        assertThat(bodies.packed())
                .extracting(packed -> Buffer.buffer(Digests.sha256(Digests.gunzip(packed.getBytes()))))
                .containsExactly(one, two);
    }

    @Test
    void no_answer_has_no_hash() {
        assertThat(bodies.hash(null)).isNull();
        assertThat(bodies.hashes()).isEmpty();
    }

    private static RawAnswer answer(String body) {
        return new RawAnswer(200, body.getBytes(StandardCharsets.UTF_8));
    }
}
