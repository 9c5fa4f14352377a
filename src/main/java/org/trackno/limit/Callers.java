package org.trackno.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Who asks. A caller is told by the address of the connection, or by what a trusted proxy says; bounded in number, those who
 * have not asked for longest are forgotten first.
 */
@Singleton
class Callers {
    private static final Logger LOG = Logger.getLogger(Callers.class);
    private static final int IPV4_BYTES = 4;

    private final Forwarding forwarding;
    private final List<Network> exempt;
    private final int ipv6Prefix;
    private final int mostUnknown;
    private final RateLimit rateLimit;
    private final Cache<String, Peer> peers;
    private final Cache<Long, Caller> callers;
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * An address.
     *
     * @param isProxy whether it speaks for others
     * @param itself who it is when it speaks for itself
     * @param behind who it is when it forwards although nobody trusts it
     */
    private record Peer(boolean isProxy, Caller itself, Caller behind) {}

    Callers(ProxyConfiguration proxies, LimitConfiguration limits, RateLimit rateLimit) {
        if (limits.ipv6Prefix() < 1 || limits.ipv6Prefix() > Long.SIZE) {
            throw new IllegalArgumentException("trackno.limit.ipv6-prefix is 1 to 64, not " + limits.ipv6Prefix());
        }
        this.forwarding = new Forwarding(proxies);
        this.exempt = limits.exempt().orElse(List.of());
        this.ipv6Prefix = limits.ipv6Prefix();
        this.mostUnknown = limits.unknownNumbers();
        this.rateLimit = rateLimit;
        this.peers = Caffeine.newBuilder().maximumSize(limits.callers()).build();
        this.callers = Caffeine.newBuilder().maximumSize(limits.callers()).build();
    }

    /** The caller of a request. */
    Caller of(HttpServerRequest request) {
        String address = request.connection().remoteAddress().hostAddress();
        Peer peer = peer(address == null ? "" : address);
        if (peer.isProxy()) {
            return peer(forwarding.caller(request.headers(), address)).itself();
        }
        if (peer.itself().isExempt() && Forwarding.isClaimed(request.headers())) {
            warnOfProxy();
            return peer.behind();
        }
        return peer.itself();
    }

    private Peer peer(String address) {
        Peer known = peers.getIfPresent(address);
        return known == null ? peers.get(address, this::resolve) : known;
    }

    private Peer resolve(String text) {
        byte[] address = Network.bytes(text);
        if (address == null) { // a socket without an address is of this machine
            return new Peer(false, Caller.EXEMPT, caller(0));
        }
        Caller caller = caller(key(address));
        boolean isExempt = Network.anyHas(exempt, address);
        return new Peer(forwarding.isTrusted(address), isExempt ? Caller.EXEMPT : caller, caller);
    }

    private Caller caller(long key) {
        return callers.get(key, k -> new Caller(k, rateLimit.quota(), new RecentNumbers(mostUnknown)));
    }

    /** An IPv4 address as it is; the network part of an IPv6 one. Those begin with other bits than 32 zeros. */
    private long key(byte[] address) {
        int length = Math.min(address.length, Long.BYTES);
        long key = 0;
        for (int i = 0; i < length; i++) {
            key = key << Byte.SIZE | address[i] & 0xFF;
        }
        return address.length == IPV4_BYTES ? key : key & (-1L << (Long.SIZE - ipv6Prefix));
    }

    private void warnOfProxy() {
        if (warned.compareAndSet(false, true)) {
            LOG.warn("A proxy forwards requests and trackno.proxy.trusted does not name it: all its callers share one"
                    + " limit. See docs/operations.md.");
        }
    }
}
