package org.trackno.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trackno.testkit.SandboxNumbers;
import org.trackno.testkit.TracknoClient;
import org.trackno.testkit.TracknoUnderTest;

/** Whoever takes packed answers gets them, and nobody else does, on one connection and whatever was asked on it before. */
@QuarkusTest
@WithTestResource(TracknoUnderTest.class)
class PackingTest {
    private static final String PLAIN = "";
    private static final String GZIP = "gzip";
    private static final String CARRIERS = "/v1/carriers";

    @Inject
    Vertx vertx;

    @Inject
    TracknoClient trackno;

    @ParameterizedTest
    @ValueSource(strings = {",gzip,,gzip", "gzip,,gzip,", "gzip,gzip,,", ",,gzip,gzip"})
    void each_request_is_answered_as_it_says(String encodings) {
        List<String> taken = List.of(encodings.split(",", -1));
        String carriers = trackno.get(CARRIERS).body();

        List<Answer> answers =
                ask(taken.stream().map(encoding -> get(CARRIERS, encoding)).toArray(Question[]::new));

        assertThat(answers.stream().map(Answer::encoding)).containsExactlyElementsOf(taken);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.text()).isEqualTo(carriers));
    }

    @Test
    void answers_from_memory_and_from_the_resource_take_turns() {
        String number = number();
        String path = "/v1/track/" + number;
        trackno.get(path);

        List<Answer> answers =
                ask(get(path, PLAIN), get(CARRIERS, GZIP), get(path, GZIP), get(CARRIERS, PLAIN), get(path, PLAIN));

        assertThat(answers.stream().map(Answer::encoding)).containsExactly(PLAIN, GZIP, GZIP, PLAIN, PLAIN);
        assertThat(List.of(answers.get(0), answers.get(2), answers.get(4)))
                .allSatisfy(answer -> assertThat(answer.text()).contains(number));
    }

    /** Each parcel is sent when it is known; packing would hold it back for the next. */
    @Test
    void a_list_is_not_packed_while_it_is_streamed() {
        String number = number();
        Map<String, String> streamed = Map.of("Accept", "application/x-ndjson");

        List<Answer> answers = ask(list(number, GZIP, streamed), list(number, PLAIN, streamed), get(CARRIERS, GZIP));

        assertThat(answers.stream().map(Answer::encoding)).containsExactly(PLAIN, PLAIN, GZIP);
        assertThat(answers.subList(0, 2))
                .allSatisfy(answer -> assertThat(answer.text()).contains(number));
    }

    @Test
    void a_caller_who_asks_for_leave_to_send_is_answered_as_it_says() {
        String number = number();
        Map<String, String> asking = Map.of("Expect", "100-continue");

        List<Answer> answers = ask(list(number, GZIP, asking), list(number, PLAIN, asking));

        assertThat(answers.stream().map(Answer::encoding)).containsExactly(GZIP, PLAIN);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.text()).contains("\"FOUND\""));
    }

    private static String number() {
        return SandboxNumbers.of("royal-mail", "delivered");
    }

    private static Question get(String path, String encoding) {
        return Question.of(HttpMethod.GET, path, encoding, Buffer.buffer());
    }

    private static Question list(String number, String encoding, Map<String, String> headers) {
        Question list = Question.of(
                HttpMethod.POST, "/v1/track", encoding, Buffer.buffer("{\"numbers\":[\"" + number + "\"]}"));
        list.options().putHeader("Content-Type", "application/json");
        headers.forEach(list.options()::putHeader);
        return list;
    }

    /** The answers to questions that are asked in this order, on one connection, without a wait for the answers before. */
    private List<Answer> ask(Question... questions) {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setPipelining(true), new PoolOptions().setHttp1MaxSize(1));
        CompletableFuture<List<Answer>> answers = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(now -> Future.all(Stream.of(questions)
                        .map(question -> question.answer(client))
                        .toList())
                .map(CompositeFuture::<Answer>list)
                .onSuccess(answers::complete)
                .onFailure(answers::completeExceptionally));
        try {
            return answers.orTimeout(20, TimeUnit.SECONDS).join();
        } finally {
            client.close();
        }
    }

    private record Question(RequestOptions options, Buffer body) {
        static Question of(HttpMethod method, String path, String encoding, Buffer body) {
            RequestOptions options = new RequestOptions()
                    .setMethod(method)
                    .setAbsoluteURI(TracknoClient.root().resolve(path).toString());
            if (!encoding.isEmpty()) {
                options.putHeader("Accept-Encoding", encoding);
            }
            return new Question(options, body);
        }

        Future<Answer> answer(HttpClient client) {
            return client.request(options)
                    .compose(request -> request.send(body))
                    .compose(answer -> answer.body().map(bytes -> Answer.of(answer, bytes)));
        }
    }

    private record Answer(String encoding, byte[] body) {
        static Answer of(HttpClientResponse answer, Buffer body) {
            String encoding = answer.getHeader("Content-Encoding");
            return new Answer(encoding == null ? PLAIN : encoding, body.getBytes());
        }

        String text() {
            return new String(encoding.equals(GZIP) ? unpacked() : body, StandardCharsets.UTF_8);
        }

        private byte[] unpacked() {
            try (var unpacking = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return unpacking.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
