package org.trackno.docs;

import java.util.Locale;

/** How a configuration property is called as an environment variable (MicroProfile Config 3.1, environment mapping rules). */
final class Environment {
    private Environment() {}

    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
