package org.trackno.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trackno.model.Crosswalk.Incoming;
import org.trackno.model.Crosswalk.Outgoing;

class EventTypeCrosswalkTest {
    /** The system as a whole; a system's detailed terms need not cover everything, its coarse ones have to. */
    private static final List<String> COARSE =
            List.of("aftership-tag", "17track-status", "easypost-status", "shipengine-status", "karrio-status");

    private static final List<Incoming> INCOMING = Crosswalk.incoming();
    private static final List<Outgoing> OUTGOING = Crosswalk.outgoing();

    @Test
    void everyTermReadsAsOneTypeThatExists() {
        assertThat(INCOMING).allSatisfy(row -> {
            assertThat(EventType.ofTerm(row.type())).as(row.type()).isPresent();
            assertThat(row.term()).isNotBlank();
            assertThat(row.source()).isNotBlank();
        });
        assertThat(INCOMING).extracting(Incoming::system, Incoming::term).doesNotHaveDuplicates();
    }

    @Test
    void everyTypeAndEverySystemHasAPlaceInWhatWeSend() {
        Set<String> systems = INCOMING.stream().map(Incoming::system).collect(toSet());
        Map<String, Set<String>> systemsByType =
                OUTGOING.stream().collect(groupingBy(Outgoing::type, mapping(Outgoing::system, toSet())));

        assertThat(systemsByType)
                .containsOnlyKeys(
                        Arrays.stream(EventType.values()).map(EventType::term).toList());
        assertThat(systemsByType.values()).allSatisfy(known -> assertThat(known).isEqualTo(systems));
        assertThat(OUTGOING).extracting(Outgoing::type, Outgoing::system).doesNotHaveDuplicates();
    }

    @Test
    void weSendOnlyTermsThatTheSystemHas() {
        assertThat(OUTGOING).filteredOn(cell -> !cell.term().isBlank()).allSatisfy(cell -> assertThat(reading(cell))
                .isInstanceOf(EventType.class));
    }

    @Test
    void whereASystemHasATermForATypeThatVeryTermIsSent() {
        assertThat(OUTGOING)
                .filteredOn(cell -> type(cell).stage().isPresent() || type(cell).isProblem())
                .filteredOn(cell -> INCOMING.stream()
                        .anyMatch(row ->
                                row.system().equals(cell.system()) && row.type().equals(cell.type())))
                .allSatisfy(cell -> assertThat(reading(cell)).isEqualTo(type(cell)));
    }

    @Test
    void everyTypeThatSaysSomethingHasACoarseTerm() {
        assertThat(OUTGOING)
                .filteredOn(cell -> COARSE.contains(cell.system()))
                .filteredOn(cell -> type(cell).stage().isPresent() || type(cell).isProblem())
                .allSatisfy(cell -> assertThat(cell.term()).isNotBlank());
    }

    @Test
    void noOtherSystemReadsADeliveryWhereThereIsNone() {
        assertThat(OUTGOING)
                .filteredOn(cell -> !cell.term().isBlank())
                .allSatisfy(cell -> assertThat(isDelivery(reading(cell))).isEqualTo(isDelivery(type(cell))));
    }

    private static EventType type(Outgoing cell) {
        return EventType.ofTerm(cell.type()).orElseThrow();
    }

    private static EventType reading(Outgoing cell) {
        return INCOMING.stream()
                .filter(row -> row.system().equals(cell.system()) && row.term().equals(cell.term()))
                .findFirst()
                .flatMap(row -> EventType.ofTerm(row.type()))
                .orElseThrow(() -> new AssertionError(cell + " is no term of that system"));
    }

    private static boolean isDelivery(EventType type) {
        return type.stage().filter(Stage.DELIVERED::equals).isPresent();
    }
}
