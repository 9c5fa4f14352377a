package org.trackno.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trackno.support.Json;

/** An answer of Royal Mail about one made-up mail piece: the plainest format that states its offsets. */
public final class RoyalMailAnswer {
    private final String number;
    private final String destination;
    private final List<Map<String, String>> events;

    private RoyalMailAnswer(String number, String destination, List<Map<String, String>> events) {
        this.number = number;
        this.destination = destination;
        this.events = List.copyOf(events);
    }

    /** An answer without events yet. */
    public static RoyalMailAnswer about(String number) {
        return new RoyalMailAnswer(number, "GBR", List.of());
    }

    /** Going to another country, ISO 3166-1 alpha-3. */
    public RoyalMailAnswer to(String country) {
        return new RoyalMailAnswer(number, country, events);
    }

    /** With one event more, in UTC. */
    public RoyalMailAnswer event(String code, Instant at, String office) {
        List<Map<String, String>> more = new ArrayList<>(events);
        more.add(Map.of(
                "eventCode",
                code,
                "eventName",
                "told as " + code,
                "eventDateTime",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)),
                "locationName",
                office));
        return new RoyalMailAnswer(number, destination, more);
    }

    /** Posted, sorted twice and on the road for the last hour before a moment. */
    public static RoyalMailAnswer moving(String number, Instant now) {
        return about(number)
                .event("EVDAV", now.minus(Duration.ofHours(20)), "Truro DO")
                .event("EVIAV", now.minus(Duration.ofHours(9)), "Bristol MC")
                .event("EVODO", now.minus(Duration.ofHours(1)), "Carlisle MC");
    }

    /** The body. */
    public String body() {
        return Json.line(Map.of(
                "mailPieces",
                Map.of(
                        "mailPieceId",
                        number,
                        "summary",
                        Map.of(
                                "oneDBarcode",
                                number,
                                "productName",
                                "Tracked 48",
                                "originCountryCode",
                                "GBR",
                                "destinationCountryCode",
                                destination),
                        "events",
                        events)));
    }

    /** As it goes over the wire. */
    public ResponseDefinitionBuilder response() {
        return okJson(body());
    }
}
