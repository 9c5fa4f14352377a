package org.trackno.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** The style of all pages, which stands in each: a browser need not ask for it before it can show anything. */
@Named("pageStyle")
@ApplicationScoped
public class PageStyle {
    private final String text = read();
    private final String source = "'sha256-" + hash(text) + "'";

    /** What stands between the tags. */
    public String text() {
        return text;
    }

    /** Allows exactly this style in a Content-Security-Policy. */
    String source() {
        return source;
    }

    /** Without comments and indentation, which no browser reads. */
    private static String read() {
        try (InputStream file = PageStyle.class.getResourceAsStream("/web/page.css")) {
            String css = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return css.replaceAll("(?s)/\\*.*?\\*/", "")
                    .replaceAll("\\s*\\n\\s*", "\n")
                    .strip();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read page.css", e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
