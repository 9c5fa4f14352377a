package org.trackno.gateway;

import io.netty.handler.codec.DateFormatter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} header, RFC 9110 section 10.2.3: seconds or a date in any of the three forms of section 5.6.7. */
final class RetryAfter {
    /** A carrier that asks for longer is believed for a day at a time. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** How long to wait from now, at most a day; empty when the header is missing or is neither form. */
    static Optional<Duration> parse(@Nullable String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        return seconds(header.strip()).or(() -> date(header, now)).map(RetryAfter::bounded);
    }

    private static Optional<Duration> seconds(String header) {
        try {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> date(String header, Instant now) {
        return Optional.ofNullable(DateFormatter.parseHttpDate(header))
                .map(date -> Duration.between(now, date.toInstant()));
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
