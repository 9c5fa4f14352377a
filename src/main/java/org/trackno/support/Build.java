package org.trackno.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.jar.JarFile;

/** Which build of Trackno this is. */
public final class Build {
    private static final int BYTES = 8;

    private Build() {}

    /**
     * The same only for the same code and carriers. Where they are not packaged they may change while they run, so every
     * process has its own.
     */
    public static String id() {
        try {
            return id(Path.of(Build.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("What runs here cannot be found", e);
        }
    }

    /** Of what lies there: names and checksums of the files in a jar. */
    static String id(Path code) {
        if (Files.isDirectory(code)) {
            return UUID.randomUUID().toString();
        }
        try (JarFile jar = new JarFile(code.toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            jar.stream()
                    .map(entry -> entry.getName() + ' ' + entry.getCrc() + '\n')
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java VM has SHA-256", e);
        }
    }
}
