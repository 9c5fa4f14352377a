package org.trackno.carrier.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.format.TreeNodes;
import org.trackno.support.Digits;

/**
 * {@code place(words, postal-code, country)}: a place of our shape whose town comes bare, behind a street ("Straat 2, TOWN"),
 * or before a country's name ("Town, Country", "TOWN - COUNTRY"), or not at all where the words name a country only. Where
 * no country is stated, what stands last is handed on as one. Parts with a digit are streets, and stay out.
 */
final class PlaceFunction implements Function {
    private static final String DASH = " - ";
    /** Shorter words at the end are regions, like CA. */
    private static final int SHORTEST_COUNTRY = 4;
    /** What stands in the place of a town, as seen in carriers' answers. Luxembourg and its like are towns too. */
    private static final Set<String> NO_TOWNS = Set.of(
            "Germany",
            "Deutschland",
            "Netherlands",
            "The Netherlands",
            "Poland",
            "Austria",
            "Belgium",
            "France",
            "Switzerland",
            "United Kingdom",
            "Czech Republic");

    @Override
    public String getName() {
        return "place";
    }

    @Override
    public int getMinArguments() {
        return 3;
    }

    @Override
    public int getMaxArguments() {
        return 3;
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
        ObjectNode place = TreeNodes.FACTORY.objectNode();
        JsonNode words = arguments[0];
        JsonNode country = arguments[2];
        if (words.isTextual()) {
            country = putTown(place, words.textValue(), country);
        }
        place.set("postalCode", arguments[1]);
        place.set("country", country);
        return place;
    }

    /** Puts the town, and says which country it is. */
    private static JsonNode putTown(ObjectNode place, String words, JsonNode stated) {
        boolean dashed = words.contains(DASH);
        List<String> parts = parts(words, dashed);
        if (parts.isEmpty()) {
            return stated;
        }
        String last = parts.get(parts.size() - 1);
        boolean namesCountry = stated.asText("").isBlank() && last.length() >= SHORTEST_COUNTRY;
        boolean several = parts.size() > 1;
        if (several || !NO_TOWNS.contains(last)) {
            int towns = several && (namesCountry || dashed) ? parts.size() - 1 : parts.size();
            place.put("locality", join(parts, towns));
        }
        return namesCountry ? TextNode.valueOf(last) : stated;
    }

    private static List<String> parts(String words, boolean dashed) {
        List<String> parts = new ArrayList<>(2);
        int start = 0;
        for (int i = 0; i <= words.length(); i++) {
            boolean dash = dashed && words.startsWith(DASH, i);
            if (dash || i == words.length() || words.charAt(i) == ',') {
                String part = words.substring(start, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = dash ? i + DASH.length() : i + 1;
            }
        }
        return parts;
    }

    private static @Nullable String join(List<String> parts, int towns) {
        String joined = null;
        for (String part : parts.subList(0, towns)) {
            if (!Digits.areIn(part)) {
                joined = joined == null ? part : joined + ", " + part;
            }
        }
        return joined;
    }
}
