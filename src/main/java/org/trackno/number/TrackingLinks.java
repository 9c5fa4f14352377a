package org.trackno.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Carrier;

/** Reads pasted links to carriers' tracking pages: the host names the carrier, some part of the rest is the number. */
final class TrackingLinks {
    private static final int LEAST_CHARACTERS = 8;
    private static final Set<String> SECOND_LEVEL = Set.of("co", "com", "gov", "net", "org", "go");

    /** The carrier of a domain; null for one that several carriers share, which names nobody. */
    private final Map<String, @Nullable Carrier> byDomain = new HashMap<>();

    /** A pasted link: the carrier its host belongs to (or null) and the parts that could be a number. */
    record Link(String host, @Nullable Carrier carrier, List<String> parts) {}

    TrackingLinks(List<CarrierFormats> carriers) {
        for (CarrierFormats one : carriers) {
            Set<String> domains = new HashSet<>();
            one.trackingHosts().forEach(host -> domains.add(domain(host)));
            if (one.carrierPage() != null) {
                domains.add(domain(host(one.carrierPage())));
            }
            for (String domain : domains) {
                byDomain.put(domain, byDomain.containsKey(domain) ? null : one.carrier());
            }
        }
    }

    /** The link, or null when the input is none. */
    @Nullable
    Link read(String input) {
        String text = input.strip();
        if (text.length() > NumberText.MAX_INPUT || !(text.contains("://") || text.startsWith("www."))) {
            return null;
        }
        text = unwrapped(text);
        String host = host(text);
        int start = text.indexOf(host) + host.length();
        List<String> parts = new ArrayList<>();
        for (String part : text.substring(start).split("[/?#&=;,+%|]", -1)) {
            NumberText number = NumberText.read(part);
            if (number.problem() == null && number.value().length() >= LEAST_CHARACTERS) {
                parts.add(part);
            }
        }
        return new Link(host, byDomain.get(domain(host)), parts);
    }

    /** Mail programs wrap links into their own: the last link inside is the one that was meant. */
    private static String unwrapped(String link) {
        String decoded = decoded(link);
        int last = decoded.lastIndexOf("://");
        int start = last;
        while (start > 0 && Character.isLetter(decoded.charAt(start - 1))) {
            start--;
        }
        return last > decoded.indexOf("://") ? decoded.substring(start) : decoded;
    }

    /** With the characters that {@code %3A} and the like stand for, where they are ASCII. */
    private static String decoded(String link) {
        if (link.indexOf('%') < 0) {
            return link;
        }
        StringBuilder plain = new StringBuilder(link.length());
        for (int i = 0; i < link.length(); i++) {
            int value = link.charAt(i) == '%' && i + 2 < link.length() ? hexadecimal(link, i + 1) : -1;
            plain.append(value > ' ' && value < 127 ? (char) value : link.charAt(i));
            i += value > ' ' && value < 127 ? 2 : 0;
        }
        return plain.toString();
    }

    private static int hexadecimal(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static String host(String url) {
        int scheme = url.indexOf("://");
        int start = scheme < 0 ? 0 : scheme + 3;
        int end = start;
        while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(start, end);
    }

    /** The part of a host that somebody registered: ups.com, co.uk domains with three labels. */
    private static String domain(String host) {
        String[] labels = host.toLowerCase(Locale.ROOT).split("\\.", -1);
        int count = labels.length;
        if (count < 2) {
            return host;
        }
        boolean national = count > 2 && labels[count - 1].length() == 2 && SECOND_LEVEL.contains(labels[count - 2]);
        String domain = labels[count - 2] + "." + labels[count - 1];
        return national ? labels[count - 3] + "." + domain : domain;
    }
}
