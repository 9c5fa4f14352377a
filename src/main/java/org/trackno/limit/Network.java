package org.trackno.limit;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network of IP addresses in CIDR notation; an address alone is a network of one. */
public final class Network {
    private static final int IPV4_BYTES = 4;

    private final byte[] address;
    private final int prefix;

    private Network(byte[] address, int prefix) {
        this.address = address;
        this.prefix = prefix;
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code 2001:db8::/32} or a single address.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Network of(String text) {
        int slash = text.indexOf('/');
        byte[] address =
                bytes(slash < 0 ? text.strip() : text.substring(0, slash).strip());
        if (address == null) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no network: write 192.0.2.1, 10.0.0.0/8 or 2001:db8::/32");
        }
        int bits = address.length * Byte.SIZE;
        return new Network(address, slash < 0 ? bits : prefix(text, text.substring(slash + 1), bits));
    }

    /** The bytes of an address, an IPv4 one in IPv6 clothes as IPv4; null when the text is no address. */
    static byte @Nullable [] bytes(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        boolean isMapped = bytes != null
                && bytes.length > IPV4_BYTES
                && bytes[10] == -1
                && bytes[11] == -1
                && Arrays.equals(bytes, 0, 10, new byte[10], 0, 10);
        return isMapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }

    /** Whether one of the networks has this address. */
    static boolean anyHas(List<Network> networks, byte[] candidate) {
        for (Network network : networks) {
            if (network.has(candidate)) {
                return true;
            }
        }
        return false;
    }

    boolean has(byte[] candidate) {
        if (candidate.length != address.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        if (!Arrays.equals(candidate, 0, whole, address, 0, whole)) {
            return false;
        }
        int rest = prefix % Byte.SIZE;
        int mask = rest == 0 ? 0 : 0xFF << (Byte.SIZE - rest);
        return rest == 0 || ((candidate[whole] ^ address[whole]) & mask) == 0;
    }

    private static int prefix(String text, String bits, int most) {
        try {
            int prefix = Integer.parseInt(bits.strip());
            if (prefix >= 0 && prefix <= most) {
                return prefix;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("'" + text + "' is no network: behind the slash stand 0 to " + most);
    }
}
