package org.trackno.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trackno.limit.ProxyConfiguration.Header;

/** Whom our proxies say they heard, in the header of RFC 7239. */
class ForwardingTest {
    private static final String PEER = "10.0.0.1";

    private final Forwarding forwarding = forwarding(Header.FORWARDED);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "for=192.0.2.60 | 192.0.2.60",
                "for=\"192.0.2.60\" | 192.0.2.60",
                "for=\"192.0.2.60:4711\" | 192.0.2.60",
                "for=\"[2001:db8:cafe::17]\" | 2001:db8:cafe::17",
                "for=\"[2001:db8:cafe::17]:4711\" | 2001:db8:cafe::17",
                "FOR=192.0.2.60 | 192.0.2.60",
                "For=192.0.2.60;Proto=https;By=203.0.113.43 | 192.0.2.60",
                "proto=https; for=192.0.2.60 ;by=203.0.113.43 | 192.0.2.60"
            })
    void a_node_is_read_however_it_is_written(String header, String caller) {
        assertThat(caller(header)).isEqualTo(caller);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=192.0.2.60, for=10.0.0.2 | 192.0.2.60",
                "for=198.51.100.7, for=192.0.2.60, for=10.0.0.2 | 192.0.2.60",
                "for=198.51.100.7,for=192.0.2.60 | 192.0.2.60",
                "for=10.0.0.3, for=10.0.0.2 | 10.0.0.3"
            })
    void the_caller_is_the_last_that_is_no_proxy_of_ours(String header, String caller) {
        assertThat(caller(header)).isEqualTo(caller);
    }

    @Test
    void several_lines_are_one_chain() {
        assertThat(caller("for=198.51.100.7", "for=192.0.2.60", "for=10.0.0.2")).isEqualTo("192.0.2.60");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=unknown | 10.0.0.1",
                "for=_gazonk | 10.0.0.1",
                "for=192.0.2.60, for=\"_SEVKISEK:4711\" | 10.0.0.1",
                "for=192.0.2.60, for=_hidden, for=10.0.0.2 | 10.0.0.2",
                "proto=https;by=203.0.113.43 | 10.0.0.1",
                "for= | 10.0.0.1",
                "for=\"[2001:db8::1\" | 10.0.0.1",
                "'' | 10.0.0.1"
            })
    void nobody_is_looked_for_behind_a_hop_without_an_address(String header, String caller) {
        assertThat(caller(header)).isEqualTo(caller);
    }

    /** A proxy may repeat what the caller sent, such as the host, in quotes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=192.0.2.60;host=\"a,for=198.51.100.7\" | 192.0.2.60",
                "for=192.0.2.60;host=\"a\\\",for=198.51.100.7\" | 192.0.2.60",
                "host=\"a;for=198.51.100.7\";for=192.0.2.60 | 192.0.2.60",
                "host=\"a\\\";for=198.51.100.7;b=\\\"\";for=192.0.2.60 | 192.0.2.60",
                "for=192.0.2.60;host=\"a\\\\\", for=10.0.0.2 | 192.0.2.60"
            })
    void what_stands_in_quotes_is_no_hop(String header, String caller) {
        assertThat(caller(header)).isEqualTo(caller);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"for=\", for=192.0.2.60 | 192.0.2.60", "for=\"198.51.100.7, for=192.0.2.60 | 192.0.2.60"})
    void a_quote_that_the_caller_left_open_hides_nobody(String header, String caller) {
        assertThat(caller(header)).isEqualTo(caller);
    }

    @Test
    void the_other_header_is_not_read() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("X-Forwarded-For", "192.0.2.1")
                .add("Forwarded", "for=192.0.2.2");

        assertThat(forwarding.caller(headers, PEER)).isEqualTo("192.0.2.2");
        assertThat(forwarding(Header.X_FORWARDED_FOR).caller(headers, PEER)).isEqualTo("192.0.2.1");
    }

    private String caller(String... lines) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (String line : lines) {
            headers.add("forwarded", line);
        }
        return forwarding.caller(headers, PEER);
    }

    private static Forwarding forwarding(Header header) {
        return new Forwarding(new ProxyConfiguration() {
            @Override
            public Optional<List<Network>> trusted() {
                return Optional.of(List.of(Network.of("10.0.0.0/8")));
            }

            @Override
            public Header header() {
                return header;
            }
        });
    }
}
