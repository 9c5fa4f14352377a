package org.trackno.number;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kind of number that a carrier prints, as data. What is missing of lists and ties becomes empty. The shape is written as
 *
 * <pre>
 *   A-Z 0-9      that character            d a x       a digit, a letter, either
 *   [0-8AC]      one of a set              {n} {n,m}   the item before, so often
 *   (x|y)        one of several            ?           the item before may be missing
 *   &lt;name x&gt;     a part with a role        ^           the check digit counts from here (default: the start)
 * </pre>
 *
 * Spaces mean nothing. Roles are {@code service}, {@code serial}, {@code shipper}, {@code origin}, {@code destination},
 * {@code postcode} and {@code check}, the check character, which covers what stands between the last {@code ^} and itself; there
 * may be several. {@code ~} stands where the number begins inside a barcode that holds more, and again where it ends. Example:
 * {@code 1Z ^ <shipper x{6}> <service xx> <serial x{7}> <check d>}.
 *
 * @param id kebab-case and unique over all carriers: {@code ups-1z}
 * @param name what people call it, or null
 * @param shape layout and parts, in the notation above
 * @param check name of a {@link CheckRule}, or null when no rule is published
 * @param checkPrefix characters that the rule counts but nobody prints, or null
 * @param checkTrust {@code proven} (default: a wrong digit refuses the number) or {@code assumed} (it only costs score)
 * @param role {@code issuer} (default) or {@code partner}: the carrier takes part in the transport of another one's number
 * @param countries ISO 3166-1 alpha-2 codes of where it is used; empty means anywhere
 * @param confidence how well the format is documented: {@code high}, {@code medium}, {@code low}, {@code doubtful}
 *     (somebody wrote it down, no number of the kind was seen)
 * @param source where the facts come from
 * @param examples made-up numbers of this format
 * @param ties ids of formats that accept the same numbers, rank alike and share countries, each with what tells the two apart all
 *     the same; one of the two names the other. {@code docs/number-formats.md} lists them
 */
public record NumberFormat(
        String id,
        @Nullable String name,
        String shape,
        @Nullable String check,
        @Nullable String checkPrefix,
        @Nullable String checkTrust,
        @Nullable String role,
        List<String> countries,
        String confidence,
        String source,
        List<String> examples,
        Map<String, String> ties) {

    private static final String ID_SHAPE = "[a-z0-9]+(-[a-z0-9]+)*";

    /** Throws {@link IllegalArgumentException} that begins with the component that is wrong. */
    public NumberFormat {
        require(id != null && id.matches(ID_SHAPE), "id: kebab-case is expected, like ups-1z, got " + id);
        require(shape != null && !shape.isBlank(), "shape: missing in format " + id);
        countries = countries == null ? List.of() : List.copyOf(countries);
        examples = examples == null ? List.of() : List.copyOf(examples);
        ties = ties == null ? Map.of() : Map.copyOf(ties);
        confidence = confidence == null ? "medium" : confidence;
        require(
                Set.of("high", "medium", "low", "doubtful").contains(confidence),
                "confidence: high, medium, low or doubtful, got " + confidence);
        require(source != null && !source.isBlank(), "source: missing in format " + id);
        require(oneOf(checkTrust, "proven", "assumed"), "checkTrust: proven or assumed, got " + checkTrust);
        require(oneOf(role, "issuer", "partner"), "role: issuer or partner, got " + role);
        countries.forEach(code -> require(code.matches("[A-Z]{2}"), "countries: two capital letters, got " + code));
        requireConsistent(id, shape, check, checkPrefix, examples);
    }

    /** Whether a wrong check digit refuses the number. */
    public boolean checkRejects() {
        return !"assumed".equals(checkTrust);
    }

    /** What the carrier has to do with a number of this format. */
    public Role carrierRole() {
        return "partner".equals(role) ? Role.PARTNER : Role.ISSUER;
    }

    /** The name, or the id where none is given. */
    public String title() {
        return name == null ? id : name;
    }

    private static void requireConsistent(
            String id, String shape, @Nullable String check, @Nullable String checkPrefix, List<String> examples) {
        CompiledShape compiled = CompiledShape.of(shape, check, checkPrefix);
        for (String example : examples) {
            Optional<CheckResult> result = compiled.match(example);
            require(result.isPresent(), "examples: " + example + " does not have the shape of " + id);
            require(
                    result.get() != CheckResult.FAIL,
                    "examples: the check digit of " + example + " is wrong in format " + id);
        }
    }

    private static boolean oneOf(@Nullable String value, String first, String second) {
        return value == null || value.equals(first) || value.equals(second);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
