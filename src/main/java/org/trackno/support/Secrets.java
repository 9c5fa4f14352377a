package org.trackno.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Randomness for secrets: nobody can guess it, and tests do not replace it. */
@ApplicationScoped
public class Secrets {
    private final SecureRandom random = new SecureRandom();

    /** So many random bytes. */
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
