package org.trackno.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the carrier documents a tracking call. Written down apart from the manifest on purpose: a manifest that asks at the
 * wrong address gets no answer here either.
 *
 * @param method GET or POST
 * @param path below the carrier's host, with {@code {number}} when the number is part of it
 * @param parameter the query parameter that holds the number; null when it stands elsewhere
 * @param element the XML element of the body that holds the number; null when it stands elsewhere
 * @param several whether several numbers, separated by commas, get an array of answers
 * @param headers that every call must have, with their value
 */
record RequestShape(
        @JsonProperty(required = true) String method,
        @JsonProperty(required = true) String path,
        @Nullable String parameter,
        @Nullable String element,
        boolean several,
        Map<String, String> headers) {
    private static final String NUMBER = "{number}";

    RequestShape {
        headers = headers == null ? Map.of() : headers;
    }

    /** A regular expression for the path; its group, if any, is the number. */
    String pathPattern(String prefix) {
        int at = path.indexOf(NUMBER);
        return at < 0
                ? Pattern.quote(prefix + path)
                : Pattern.quote(prefix + path.substring(0, at)) + "([^/]+)"
                        + Pattern.quote(path.substring(at + NUMBER.length()));
    }

    /** Whether the call has the headers it must have. */
    boolean hasHeaders(Request request) {
        return headers.entrySet().stream().allMatch(e -> e.getValue().equalsIgnoreCase(request.getHeader(e.getKey())));
    }

    /** The numbers asked about, in canonical case. */
    List<String> numbers(Request request, String prefix) {
        String stated = stated(request, prefix).toUpperCase(Locale.ROOT);
        return several ? Arrays.stream(stated.split(",", -1)).toList() : List.of(stated);
    }

    private String stated(Request request, String prefix) {
        if (element != null) {
            return SoapBody.text(request, element);
        }
        if (parameter != null) {
            QueryParameter values = request.queryParameter(parameter);
            return values.isPresent() ? values.firstValue() : "";
        }
        Matcher matcher = Pattern.compile(pathPattern(prefix))
                .matcher(URI.create(request.getUrl()).getPath());
        return matcher.matches() ? matcher.group(1) : "";
    }
}
