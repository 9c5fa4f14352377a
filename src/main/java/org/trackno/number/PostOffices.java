package org.trackno.number;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Carrier;

/** The issuers of S10 numbers by suffix, from {@code s10-posts.csv} beside this class. */
final class PostOffices {
    private static final String RESOURCE = "s10-posts.csv";

    private final Map<String, PostOffice> bySuffix;

    private PostOffices(Map<String, PostOffice> bySuffix) {
        this.bySuffix = bySuffix;
    }

    /**
     * Reads the list.
     *
     * @param known carriers that are configured: their names win over those of the list
     */
    static PostOffices load(Map<String, Carrier> known) {
        Map<String, PostOffice> bySuffix = new TreeMap<>();
        InputStream resource = Objects.requireNonNull(PostOffices.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                String[] cells = line.split(",", -1);
                Carrier carrier = known.getOrDefault(cells[1], new Carrier(cells[1], cells[2]));
                PostOffice.Kind kind = PostOffice.Kind.valueOf(cells[3].toUpperCase(Locale.ROOT));
                if (bySuffix.put(cells[0], new PostOffice(cells[0], carrier, kind)) != null) {
                    throw new IllegalStateException(RESOURCE + " names " + cells[0] + " twice");
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PostOffices(bySuffix);
    }

    @Nullable
    PostOffice find(String suffix) {
        return bySuffix.get(suffix);
    }

    Collection<PostOffice> list() {
        return bySuffix.values();
    }
}
