package org.trackno.testkit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many requests for one parcel were answered, as the figures have it. */
public record RequestFigures(double found, double unchanged) {
    /** As they stand. */
    public static RequestFigures of(TracknoClient trackno) {
        String figures = trackno.get("/metrics").body();
        return new RequestFigures(count(figures, "SUCCESS", 200), count(figures, "REDIRECTION", 304));
    }

    private static double count(String figures, String outcome, int status) {
        Matcher figure = Pattern.compile("(?m)^http_server_requests_seconds_count\\{method=\"GET\",outcome=\"" + outcome
                        + "\",status=\"" + status + "\",uri=\"/v1/track/\\{number}\"} (\\S+)")
                .matcher(figures);
        return figure.find() ? Double.parseDouble(figure.group(1)) : 0;
    }
}
