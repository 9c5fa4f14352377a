package org.trackno.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a text so that it can stand in an address: nobody without the key reads or makes one, and the same text always
 * gives the same address. A synthetic initialisation vector as in RFC 5297, made with HMAC-SHA-256, then AES-256 in counter
 * mode.
 */
final class Seal {
    /** Bytes of a key: half for the vector, half for the cipher. */
    static final int KEY_LENGTH = 64;

    private static final int HALF = KEY_LENGTH / 2;
    private static final int VECTOR_LENGTH = 16;

    private final SecretKeySpec vectorKey;
    private final SecretKeySpec cipherKey;

    Seal(byte[] key) {
        this.vectorKey = new SecretKeySpec(key, 0, HALF, "HmacSHA256");
        this.cipherKey = new SecretKeySpec(key, HALF, HALF, "AES");
    }

    /** The text, sealed, in characters of an address. */
    String close(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] vector = vector(plain);
        ByteBuffer sealed =
                ByteBuffer.allocate(VECTOR_LENGTH + plain.length).put(vector).put(cipher(vector, plain));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
    }

    /** The text; empty when this was not sealed with the same key. */
    Optional<String> open(String sealed) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length <= VECTOR_LENGTH) {
            return Optional.empty();
        }
        byte[] vector = Arrays.copyOf(bytes, VECTOR_LENGTH);
        byte[] plain = cipher(vector, Arrays.copyOfRange(bytes, VECTOR_LENGTH, bytes.length));
        return MessageDigest.isEqual(vector, vector(plain))
                ? Optional.of(new String(plain, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private byte[] vector(byte[] plain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(vectorKey);
            return Arrays.copyOf(mac.doFinal(plain), VECTOR_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    /** In counter mode closing and opening are the same. */
    private byte[] cipher(byte[] vector, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, cipherKey, new IvParameterSpec(vector));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES in counter mode", e);
        }
    }
}
