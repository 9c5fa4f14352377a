package org.trackno.web.storefront;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.trackno.web.Language;
import org.trackno.web.storefront.Storefront.Link;

/**
 * What an operator says about one storefront, as {@code trackno.storefronts.<name>.*}. Looked up by name because names with
 * hyphens cannot be told back from environment variables. Whatever is wrong is said with the property's name.
 */
final class StorefrontSettings {
    static final String NAMES = "trackno.storefronts";

    private static final Set<String> SCHEMES = Set.of("https", "http", "mailto", "tel");
    private static final int LONGEST_TEXT = 500;

    private final Config config;
    private final String id;

    StorefrontSettings(Config config, String id) {
        this.config = config;
        this.id = id;
    }

    /** The storefront; refuses what is wrong. */
    Storefront read() {
        List<Origin> origins = config.getOptionalValue(property("origins"), String[].class).stream()
                .flatMap(Arrays::stream)
                .map(origin -> checked("origins", origin, Origin::parse))
                .toList();
        return new Storefront(
                id,
                find("name").orElse(id),
                origins,
                colours(),
                find("logo").map(file -> checked("logo", file, Logo::read)).orElse(null),
                links(),
                texts("greeting"),
                texts("note"));
    }

    /** All there is to be set. */
    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "name",
                "origins",
                "logo",
                "colours.accent",
                "colours.background",
                "colours.header",
                "colours.dark-accent",
                "colours.dark-background",
                "colours.dark-header"));
        for (Link link : Link.values()) {
            names.add("links." + link.name().toLowerCase(Locale.ROOT));
        }
        for (Language language : Language.values()) {
            names.add("texts." + language.code() + ".greeting");
            names.add("texts." + language.code() + ".note");
        }
        return names;
    }

    /** Refuses settings that nobody reads: typing errors, and storefronts that the list does not name. */
    static void refuseOthers(Config config, List<String> ids) {
        Set<String> known = new TreeSet<>();
        ids.forEach(id -> names().forEach(name -> known.add(variable(NAMES + "." + id + "." + name))));
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> variable(name).startsWith(variable(NAMES + ".")))
                .filter(name -> !known.contains(variable(name.replaceAll("\\[\\d+]$", ""))))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(name + " is no setting. Storefronts are those that " + NAMES
                            + " names " + ids + "; of each can be set: " + String.join(", ", names()));
                });
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private @Nullable Colours colours() {
        if (names().stream()
                .noneMatch(name -> name.startsWith("colours.") && find(name).isPresent())) {
            return null;
        }
        Colour background = colour("background").orElse(Palette.LIGHT.background());
        Palette light = new Palette(
                colour("accent").orElse(Palette.LIGHT.accent()),
                background,
                colour("header").orElse(background));
        Colour dark = colour("dark-background").orElse(Palette.DARK.background());
        Colour accent = colour("accent").map(Palette::inTheDark).orElse(Palette.DARK.accent());
        return new Colours(
                checked("colours", light, Palette::checkedForLight),
                checked(
                        "colours.dark-*",
                        new Palette(colour("dark-accent").orElse(accent), dark, darkHeader(dark)),
                        Palette::checkedForDark));
    }

    /** A logo is drawn for one bar: without another for the dark it stays on that. */
    private Colour darkHeader(Colour background) {
        return colour("dark-header").or(() -> colour("header")).orElse(background);
    }

    private Optional<Colour> colour(String name) {
        return find("colours." + name).map(text -> checked("colours." + name, text, Colour::parse));
    }

    private Map<Link, String> links() {
        Map<Link, String> links = new EnumMap<>(Link.class);
        for (Link link : Link.values()) {
            String name = "links." + link.name().toLowerCase(Locale.ROOT);
            find(name).ifPresent(address -> links.put(link, checked(name, address, StorefrontSettings::address)));
        }
        return links;
    }

    private static String address(String text) {
        try {
            String scheme = URI.create(text).getScheme();
            if (scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(wrongAddress(text), e);
        }
        throw new IllegalArgumentException(wrongAddress(text));
    }

    private static String wrongAddress(String text) {
        return "A link is a whole address, like https://shop.example/help or mailto:help@shop.example; not '" + text
                + "'";
    }

    private Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String setting = "texts." + language.code() + "." + name;
            find(setting)
                    .ifPresent(text -> texts.put(language.code(), checked(setting, text, StorefrontSettings::text)));
        }
        return texts;
    }

    private static String text(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "A text has at most " + LONGEST_TEXT + " characters, not " + text.length());
        }
        return text;
    }

    private Optional<String> find(String name) {
        return config.getOptionalValue(property(name), String.class).map(String::strip);
    }

    private String property(String name) {
        return NAMES + "." + id + "." + name;
    }

    private <A, B> B checked(String name, A value, Function<A, B> check) {
        try {
            return check.apply(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(property(name) + ": " + e.getMessage(), e);
        }
    }
}
