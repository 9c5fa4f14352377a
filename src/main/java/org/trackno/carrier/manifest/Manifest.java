package org.trackno.carrier.manifest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.format.AnswerFormat;
import org.trackno.model.Stage;
import org.trackno.number.NumberFormat;

/**
 * The manifest of a carrier folder, {@code carrier.yaml}. Says how to ask; where a value is stands in the mapping, what it
 * means in the code table.
 *
 * @param id kebab-case, the folder's name
 * @param name as people know it
 * @param countries of its home network, ISO 3166-1 alpha-2
 * @param website the carrier's own site
 * @param carrierPage the carrier's public tracking page, with {@code {number}}
 * @param trackingHosts further domains of its tracking pages, such as those of its national companies: a pasted link to one of
 *     them names the carrier
 * @param language of the carrier's own words in its answers, BCP 47; null when not known
 * @param formats the shapes of its tracking numbers
 * @param request how to ask; null for a carrier that is only recognised
 * @param authentication what the carrier wants to see; null when {@code request} is
 * @param response how to tell answers apart; null when {@code request} is
 * @param time how its times are written
 * @param limits what it allows
 * @param refresh how long a snapshot is fresh at a stage, where our defaults do not fit
 * @param verification what the folder was tried on
 */
public record Manifest(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) List<String> countries,
        @JsonProperty(required = true) String website,
        @JsonProperty(required = true) String carrierPage,
        List<String> trackingHosts,
        @Nullable String language,
        @JsonProperty(required = true) List<NumberFormat> formats,
        @Nullable RequestSection request,
        @Nullable Authentication authentication,
        @Nullable ResponseSection response,
        TimeSection time,
        Limits limits,
        Map<Stage, Duration> refresh,
        @Nullable Verification verification) {

    /** The carrier's public page about a number. */
    public String carrierPage(String number) {
        return carrierPage.replace("{number}", number);
    }

    public Manifest {
        countries = List.copyOf(countries);
        trackingHosts = trackingHosts == null ? List.of() : List.copyOf(trackingHosts);
        formats = List.copyOf(formats);
        time = time == null ? TimeSection.PLAIN_ISO : time;
        limits = limits == null ? Limits.CAUTIOUS : limits;
        refresh = refresh == null ? Map.of() : Map.copyOf(refresh);
        if ((request == null) != (response == null) || (request == null) != (authentication == null)) {
            throw new IllegalArgumentException("request, authentication and response go together");
        }
    }

    /**
     * How to ask.
     *
     * @param baseUrl where, unless the configuration says otherwise
     * @param method GET or POST
     * @param path below the base address, with {@code {number}}
     * @param query parameters, with {@code {number}} where wanted
     * @param headers sent with every call
     * @param body file of the folder with the body to send, with {@code {number}}; null when none is sent
     * @param batchSize how many numbers one call takes
     * @param separator between the numbers of one call
     */
    public record RequestSection(
            @JsonProperty(required = true) String baseUrl,
            @JsonProperty(required = true) String method,
            @JsonProperty(required = true) String path,
            Map<String, String> query,
            Map<String, String> headers,
            @Nullable String body,
            Integer batchSize,
            String separator) {
        public RequestSection {
            query = query == null ? Map.of() : query;
            headers = headers == null ? Map.of() : headers;
            batchSize = batchSize == null ? 1 : batchSize;
            separator = separator == null ? "," : separator;
            if (!method.equals("GET") && !method.equals("POST")) {
                throw new IllegalArgumentException("request.method is GET or POST, not " + method);
            }
            if (batchSize < 1) {
                throw new IllegalArgumentException("request.batchSize is 1 or more, not " + batchSize);
            }
        }
    }

    /**
     * How to tell answers apart.
     *
     * @param format of the body
     * @param items JSON pointer to a list with one item a number (or one such item); null when the whole answer is one. An
     *     answer without the list is one item itself
     * @param numberAt JSON pointers in an item to the number it speaks of; an item about another number is not read
     * @param rules tried in order on the whole answer, then on each item; the first that fits decides
     */
    public record ResponseSection(
            @JsonProperty(required = true) AnswerFormat format,
            @Nullable JsonPointer items,
            List<JsonPointer> numberAt,
            List<ResponseRule> rules) {
        public ResponseSection {
            numberAt = numberAt == null ? List.of() : List.copyOf(numberAt);
            rules = rules == null ? List.of() : List.copyOf(rules);
        }
    }

    /**
     * How times are written.
     *
     * @param formats {@link java.time.format.DateTimeFormatter} patterns tried after ISO 8601
     * @param zone the zone the carrier reports in when nothing else tells; null when there is no such zone
     */
    public record TimeSection(List<String> formats, @Nullable ZoneId zone) {
        static final TimeSection PLAIN_ISO = new TimeSection(List.of(), null);

        public TimeSection {
            formats = formats == null ? List.of() : List.copyOf(formats);
        }
    }

    /**
     * What the carrier allows.
     *
     * @param perSecond calls a second; null when not known
     * @param perDay calls a day; null when not known
     * @param concurrency calls under way at once
     * @param source where these come from
     */
    public record Limits(
            @Nullable Double perSecond, @Nullable Integer perDay, Integer concurrency, @Nullable String source) {
        private static final int DEFAULT_CONCURRENCY = 8;
        static final Limits CAUTIOUS = new Limits(null, null, DEFAULT_CONCURRENCY, null);

        public Limits {
            concurrency = concurrency == null ? DEFAULT_CONCURRENCY : concurrency;
            if (concurrency < 1) {
                throw new IllegalArgumentException("limits.concurrency is 1 or more, not " + concurrency);
            }
        }
    }

    /**
     * What the folder was tried on.
     *
     * @param state DOCUMENTED (from documentation alone), SAMPLES (read real answers), LIVE (asked the carrier)
     * @param note what that means for this carrier
     */
    public record Verification(State state, String note) {
        /** How far a folder was tried. */
        public enum State {
            DOCUMENTED,
            SAMPLES,
            LIVE
        }
    }
}
