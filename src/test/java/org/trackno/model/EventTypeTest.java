package org.trackno.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTest {
    @ParameterizedTest
    @EnumSource
    void everyTypeIsNamedInPlainWords(EventType type) {
        assertThat(type.title()).isNotBlank();
        assertThat(EventType.ofTerm(type.term())).contains(type);
    }

    @ParameterizedTest
    @EnumSource
    void onlyAProblemHasAdvice(EventType type) {
        assertThat(type.advice().isBlank()).isEqualTo(!type.isProblem());
    }

    @ParameterizedTest
    @EnumSource
    void whereSomebodyMustActItSaysWho(EventType type) {
        if (type.actionRequired()) {
            assertThat(type.owner()).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void everyStageCanBeReported(Stage stage) {
        assertThat(EventType.values())
                .anyMatch(type -> type.stage().filter(stage::equals).isPresent());
    }

    @Test
    void anUnknownTermIsNoType() {
        assertThat(EventType.ofTerm("teleported")).isEmpty();
    }
}
