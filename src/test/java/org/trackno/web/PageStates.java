package org.trackno.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trackno.testkit.Reader;
import org.trackno.testkit.SandboxNumbers;

/** Every page in every state that a reader can meet, by name, with the way there. */
final class PageStates {
    private static final List<String> SCENARIOS = List.of(
            "announced",
            "moving",
            "out-for-delivery",
            "delivered",
            "available-for-pickup",
            "customs-hold",
            "return",
            "not-found",
            "carrier-down");

    private PageStates() {}

    /** A way to a page. */
    interface Way {
        void go(Reader reader);
    }

    static Map<String, Way> all() {
        Map<String, Way> states = new LinkedHashMap<>();
        states.put("start", reader -> reader.open("/"));
        states.put("start-recognised", PageStates::typeNumbers);
        states.put("start-nothing-found", PageStates::typeNonsense);
        states.put("start-recent", PageStates::comeBack);
        Map<String, String> numbers = SandboxNumbers.of("royal-mail");
        for (String scenario : SCENARIOS) {
            states.put(scenario, reader -> reader.open(path(numbers.get(scenario))));
        }
        Map<String, String> german = SandboxNumbers.of("dhl");
        states.put("map", reader -> reader.open(path("dhl", german.get("delivered"))));
        states.put("other-numbers", reader -> reader.open(path("dhl", german.get("several-shipments-one-number"))));
        states.put("proof-wrong", reader -> prove(reader, german.get("moving"), "00000"));
        states.put("proof-right", reader -> {
            prove(reader, german.get("delivered"), "94032");
            reader.page().waitForURL(url -> url.contains("/shared/"));
        });
        states.put("list", reader -> list(reader, new ArrayList<>(numbers.values())));
        states.put("not-a-number", reader -> reader.open("/track/no"));
        states.put("unrecognised", reader -> reader.open("/track/QQQ1111QQQ"));
        states.put("nearly-a-number", reader -> reader.open("/track/RB417526305GB"));
        states.put("no-page", reader -> reader.open("/nowhere"));
        states.put("link-ended", reader -> reader.open("/shared/long-ago"));
        return states;
    }

    static String path(String number) {
        return path("royal-mail", number);
    }

    static String path(String carrier, String number) {
        return "/track/" + number + "?carrier=" + carrier;
    }

    /** A postcode for a number of DHL, which tells the one the parcel goes to. */
    static void prove(Reader reader, String number, String postcode) {
        reader.open(path("dhl", number));
        reader.page().fill("#postcode", postcode);
        reader.page().click("#proof button");
    }

    static void list(Reader reader, List<String> numbers) {
        reader.open("/");
        reader.page().fill("#numbers", String.join("\n", numbers));
        reader.page().click(".ask .primary");
        reader.page().waitForSelector(".rows li:not(.waiting)");
    }

    private static void typeNumbers(Reader reader) {
        reader.open("/");
        reader.page().fill("#numbers", "Your order 1Z12345E0205271688 and RB417526304GB are on the way");
        reader.page().waitForSelector("#found select");
    }

    private static void typeNonsense(Reader reader) {
        reader.open("/");
        reader.page().fill("#numbers", "hello there");
        reader.page().click(".ask .primary");
    }

    private static void comeBack(Reader reader) {
        reader.open(path(SandboxNumbers.of("royal-mail", "moving")));
        reader.open("/");
        reader.page().waitForSelector("#recent li");
    }
}
