package org.trackno.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.trackno.testkit.MarkdownPage.code;
import static org.trackno.testkit.MarkdownPage.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.trackno.model.Crosswalk.Incoming;
import org.trackno.model.Crosswalk.Outgoing;

/** The text of docs/stages.md, from the stages, the event types and the crosswalk. */
final class StagesPage {
    private static final String INTRODUCTION =
            """
            # Stages and event types

            Every carrier speaks its own codes. Trackno reads each code as one **event type**; the events of a parcel give its
            **stage**, how far along it is, and its **problem**, what is wrong now. Stage and problem are two things: a parcel
            can be in transit and held by customs.

            This page is written by `StagesDocTest` from `Stage`, `EventType` and the crosswalk files. Change those, run the
            test, review the page and commit it.
            """;

    private static final String RULES =
            """
            ## How the stage follows from the events

            Only events that have a stage and were not withdrawn count. Taken in the order of time, each event moves the parcel
            to its stage, with these exceptions:

            - Announcements and acceptance scans never take a parcel back, because carriers file them late. An acceptance after
              `CANCELLED` does count: then the carrier has the parcel.
            - `DELIVERED` is left only for a return, or when the carrier takes its report back (`delivery_corrected`, or the
              report itself is withdrawn).
            - On the way back ordinary scans keep `RETURNING`, and a delivery then is one to the sender: `RETURNED`.
            - `RETURNED` is left only when the carrier takes its report back; the parcel is `RETURNING` then.
            - A parcel that was `CANCELLED` or `LOST` and is scanned again has been found: it goes on where the scan says.

            The same holds whatever happens to the reports on their way to us:

            - The stage follows from the *set* of reports. Their order of arrival, repetitions and how they were spread over
              answers change nothing. A late scan takes the place that its own time gives it.
            - Two reports are one event when wall-clock time and carrier code agree and neither places nor stated offsets
              contradict each other; the event shows what either of them knows. Where the carrier gives no code, its words
              have to agree, or the type where one of the reports has no words.
            - A withdrawn report stays visible and moves nothing.
            - `note` and `unmapped` never move the stage and never end a problem.
            - Events of one moment are ordered by how far they bring the parcel; what settles a problem or corrects a delivery
              comes after it.
            - Time is not made up: a date without a time stays a date and is ordered as its midnight, a time without a known zone
              is ordered as if it were UTC and is never shown with an offset.
            - A failed call or an old answer changes the freshness, never the stage.

            ## How the problem follows from the events

            There is a problem when the newest event that says something about the parcel is a problem; the next event that is
            none ends it. At the end of the journey (`DELIVERED`, `RETURNED`, `CANCELLED`, `LOST`) only the event that ended it
            counts. A problem lasts since the first of the reports of it that follow each other.
            """;

    private static final Map<Stage, String> MEANINGS = meanings();

    private StagesPage() {}

    static String text() {
        return String.join("\n", INTRODUCTION, stages(), types(), RULES, incoming(), outgoing());
    }

    private static Map<Stage, String> meanings() {
        Map<Stage, String> meanings = new LinkedHashMap<>();
        meanings.put(Stage.UNKNOWN, "Nothing is known yet.");
        meanings.put(Stage.ANNOUNCED, "The carrier knows of the parcel but has not got it.");
        meanings.put(Stage.ACCEPTED, "Posted, collected or dropped off: the carrier has it.");
        meanings.put(Stage.IN_TRANSIT, "Moving through the network, or waiting in it.");
        meanings.put(Stage.OUT_FOR_DELIVERY, "On the vehicle that delivers.");
        meanings.put(Stage.DELIVERY_ATTEMPTED, "Tried at the door without success.");
        meanings.put(Stage.AVAILABLE_FOR_PICKUP, "Waiting for the recipient at a locker, shop or post office.");
        meanings.put(Stage.DELIVERED, "With the recipient, or where the recipient asked for it.");
        meanings.put(Stage.RETURNING, "On the way back to the sender.");
        meanings.put(Stage.RETURNED, "Back with the sender.");
        meanings.put(Stage.CANCELLED, "Called off by the sender or the carrier.");
        meanings.put(Stage.LOST, "Lost, destroyed or seized: nobody will get it.");
        return meanings;
    }

    private static String stages() {
        List<List<String>> rows = Arrays.stream(Stage.values())
                .map(stage -> List.of(code(stage.name()), stage.title(), meaning(stage), stage.isFinal() ? "yes" : ""))
                .toList();
        return "## Stages, in the order of the journey\n\n" + table(List.of("stage", "title", "meaning", "end"), rows);
    }

    private static String meaning(Stage stage) {
        String meaning = MEANINGS.get(stage);
        if (meaning == null) {
            throw new AssertionError("Say in StagesPage what " + stage + " means");
        }
        return meaning;
    }

    private static String types() {
        List<List<String>> rows = Arrays.stream(EventType.values())
                .map(type -> List.of(
                        code(type.term()),
                        type.stage().map(stage -> code(stage.name())).orElse("none"),
                        type.title(),
                        type.owner().map(StagesPage::lower).orElse(""),
                        type.actionRequired() ? "yes" : "",
                        type.advice()))
                .toList();
        return "## Event types\n\nA type with an owner is a problem. \"Must act\": the parcel stays where it is until the owner"
                + " does something.\n\n"
                + table(List.of("type", "stage", "title", "owner", "must act", "advice"), rows);
    }

    private static String incoming() {
        StringBuilder text = new StringBuilder("## Terms of other systems, read as ours\n");
        Crosswalk.incoming().stream()
                .collect(groupingBy(Incoming::system, LinkedHashMap::new, toList()))
                .forEach((system, rows) -> text.append("\n### ")
                        .append(system)
                        .append("\n\n")
                        .append(table(
                                List.of("term", "type"),
                                rows.stream()
                                        .map(row -> List.of(code(row.term()), code(row.type())))
                                        .toList()))
                        .append("\nSource: ")
                        .append(rows.stream().map(Incoming::source).distinct().collect(joining("; ")))
                        .append("\n"));
        return text.toString();
    }

    private static String outgoing() {
        Set<String> systems = new LinkedHashSet<>();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Outgoing cell : Crosswalk.outgoing()) {
            systems.add(cell.system());
            rows.computeIfAbsent(cell.type(), type -> new ArrayList<>(List.of(code(type))))
                    .add(code(cell.term()));
        }
        List<String> header = new ArrayList<>(List.of("type"));
        header.addAll(systems);
        return "## Our types, said in the terms of other systems\n\nBlank where a system has nothing to say it with.\n\n"
                + table(header, List.copyOf(rows.values()));
    }

    private static String lower(Owner owner) {
        return owner.name().toLowerCase(Locale.ROOT);
    }
}
