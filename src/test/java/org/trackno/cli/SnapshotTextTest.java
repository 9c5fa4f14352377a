package org.trackno.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trackno.model.Estimate;
import org.trackno.model.FailureKind;
import org.trackno.model.Freshness;
import org.trackno.model.Owner;
import org.trackno.model.Stage;
import org.trackno.model.ZoneBasis;
import org.trackno.tracking.Snapshot;
import org.trackno.tracking.Snapshot.At;
import org.trackno.tracking.Snapshot.CarrierName;
import org.trackno.tracking.Snapshot.EstimateView;
import org.trackno.tracking.Snapshot.EventView;
import org.trackno.tracking.Snapshot.FreshnessView;
import org.trackno.tracking.Snapshot.Links;
import org.trackno.tracking.Snapshot.PlaceView;
import org.trackno.tracking.Snapshot.ProblemView;
import picocli.CommandLine.Help.Ansi;

class SnapshotTextTest {
    private static final int WIDTH = 80;
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    @Test
    void aParcelOnItsWayReadsLikeThis() {
        FreshnessView stale = new FreshnessView(
                Freshness.State.STALE, NOW.minusSeconds(200), null, NOW.plusSeconds(20), FailureKind.TIMEOUT);
        ProblemView absent = new ProblemView(
                "recipient_absent", Owner.RECIPIENT, "2026-05-04T10:15:00+01:00", false, "Look for a card.");
        EstimateView tomorrow =
                new EstimateView("2026-05-05T09:00:00+01:00", "2026-05-05T13:00:00+01:00", Estimate.Basis.CARRIER);
        Snapshot snapshot = snapshot(
                Stage.DELIVERY_ATTEMPTED,
                "Nobody was at home",
                absent,
                tomorrow,
                stale,
                List.of(
                        event("2026-05-04T10:15:00", ZoneBasis.STATED, "Nobody was at home", "No answer", "Oakham"),
                        event("2026-05-04T07:31:00", ZoneBasis.UNKNOWN, "Out for delivery", null, "Oakham"),
                        event("2026-05-03", ZoneBasis.UNKNOWN, "Accepted by the carrier", null, null)));

        assertThat(printed(snapshot, WIDTH))
                .isEqualTo(
                        """
                RB417526304GB · Royal Mail · Signed For
                  ✓ Announced › ✓ Accepted › ✓ In transit › ! Delivery attempted › ○ Delivered

                  Nobody was at home
                  Expected    2026-05-05 09:00 to 13:00, says the carrier
                  To          GB
                  Problem     Nobody was at home, since 2026-05-04 10:15; with the recipient
                  Advice      Look for a card.
                  Freshness   Checked 3 min ago; since then the carrier does not answer in time.
                              Shown as it was then.
                  Carrier     https://carrier.example/RB417526304GB

                  2026-05-04 10:15    Oakham, GB  Nobody was at home
                                                  “No answer”
                  2026-05-04 07:31*   Oakham, GB  Out for delivery
                  2026-05-03                      Accepted by the carrier
                  * The carrier does not say in which time zone.

                """);
    }

    @Test
    void hostileTextNeitherSteersTheTerminalNorBreaksTheColumns() {
        String hostile =
                "\u001B[2J\u001B[31mGone\u001B[0m\u009B5m \u001B]0;owned\u0007now\r\n\u202Eback\u0000 @|red x|@";
        Snapshot snapshot = snapshot(
                Stage.IN_TRANSIT,
                hostile,
                null,
                null,
                null,
                List.of(event("2026-05-04T10:15:00", ZoneBasis.STATED, "In transit", hostile, hostile)));

        String text = printed(snapshot, WIDTH);

        assertThat(text.codePoints().filter(c -> c != '\n'))
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        assertThat(text).contains("Gone now back @|red x|@").doesNotContain("owned");
    }

    @Test
    void wideCharactersKeepTheirPlace() {
        Snapshot snapshot = snapshot(
                Stage.IN_TRANSIT,
                "In transit",
                null,
                null,
                null,
                List.of(
                        event(
                                "2026-05-04T10:15:00",
                                ZoneBasis.STATED,
                                "Arrived at a facility",
                                "荷物が到着しました".repeat(5),
                                "東京都港区"),
                        event("2026-05-04T09:15:00", ZoneBasis.STATED, "In transit", null, "Oakham")));

        assertThat(printed(snapshot, WIDTH).lines())
                .contains("  2026-05-04 10:15    東京都港区, GB  Arrived at a facility")
                .allSatisfy(line -> assertThat(columns(line)).isLessThanOrEqualTo(WIDTH));
    }

    @Test
    void aNarrowTerminalGetsNarrowLines() {
        Snapshot snapshot = snapshot(
                Stage.OUT_FOR_DELIVERY,
                "Out for delivery",
                null,
                null,
                null,
                List.of(event(
                        "2026-05-04T10:15:00", ZoneBasis.STATED, "Out for delivery", "With the driver", "Oakham")));

        assertThat(printed(snapshot, 50).lines().filter(line -> !line.contains("https://")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(50));
    }

    @Test
    void aTakenBackReportSaysSo() {
        EventView told = event("2026-05-04T10:15:00", ZoneBasis.STATED, "Delivered", null, "Oakham");
        EventView takenBack =
                new EventView(told.at(), told.stage(), told.type(), told.title(), null, null, told.place(), true);

        assertThat(printed(snapshot(Stage.IN_TRANSIT, "In transit", null, null, null, List.of(takenBack)), WIDTH))
                .contains("Delivered (taken back by the carrier)");
    }

    private static String printed(Snapshot snapshot, int width) {
        StringWriter out = new StringWriter();
        new SnapshotText(new Page(new PrintWriter(out), Ansi.OFF, width), NOW).print(snapshot);
        return out.toString();
    }

    private static int columns(String line) {
        return line.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }

    private static EventView event(String local, ZoneBasis basis, String title, String description, String town) {
        PlaceView place = town == null ? null : new PlaceView(null, town, null, null, "GB", null, null);
        String offset = basis == ZoneBasis.UNKNOWN ? null : "+01:00";
        return new EventView(
                new At(local, offset, basis, null),
                Stage.IN_TRANSIT,
                "in_transit",
                title,
                description,
                "X1",
                place,
                false);
    }

    private static Snapshot snapshot(
            Stage stage,
            String title,
            ProblemView problem,
            EstimateView estimate,
            FreshnessView freshness,
            List<EventView> events) {
        return new Snapshot(
                "RB417526304GB",
                new CarrierName("royal-mail", "Royal Mail"),
                stage,
                "in_transit",
                title,
                "Signed For",
                null,
                new PlaceView(null, null, null, null, "GB", null, null),
                problem,
                estimate,
                null,
                null,
                events,
                List.of(),
                freshness,
                new Links("https://carrier.example/RB417526304GB", null));
    }
}
