package org.trackno.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Stage;
import org.trackno.tracking.Snapshot.EstimateView;
import org.trackno.web.ParcelView.Headline;
import org.trackno.web.ParcelView.Notice;
import org.trackno.web.ParcelView.Step;

/**
 * A parcel as it is embedded in another page: what a number alone shows, in sentences of one language, ready to be put up.
 * Sent as JSON to {@code trackno.js}, and written into the page of an iframe.
 *
 * @param number the tracking number
 * @param carrierId null while it is not known
 * @param carrier its name
 * @param language of the sentences
 * @param label what the whole is
 * @param stage how far along it is; {@code UNKNOWN} with a trouble
 * @param estimate when it is expected
 * @param deliveredAt when it was delivered
 * @param problem the event type that is wrong; null when nothing is
 * @param headline what matters, date first; null with a trouble
 * @param stepsLabel what the steps are
 * @param steps the bar
 * @param notice what to do or what is wrong; null when nothing is
 * @param events the newest first, as many as an embedded parcel may have room for
 * @param explanation why nothing newer is shown; null when all is well
 * @param trouble why there is no parcel to show; null when there is
 * @param page where to read all of it
 * @param version tells the stream of changes what this shows; null when there is no parcel to follow
 * @param again seconds after which it is worth asking again; null never
 * @param style properties of the storefront's colours; blank for ours
 */
record EmbeddedParcel(
        String number,
        @Nullable String carrierId,
        @Nullable String carrier,
        String language,
        String label,
        Stage stage,
        @Nullable EstimateView estimate,
        @Nullable String deliveredAt,
        @Nullable String problem,
        @Nullable Headline headline,
        String stepsLabel,
        List<Step> steps,
        @Nullable Notice notice,
        List<Event> events,
        @Nullable String explanation,
        @Nullable Trouble trouble,
        Page page,
        @Nullable String version,
        @Nullable Integer again,
        String style) {
    /** An event: when in words and for machines, what, and where; blank if not known. */
    record Event(String when, String at, String title, String place) {}

    /** Why there is no parcel: a stable term, as the end of the problem types of the HTTP interface, and two sentences. */
    record Trouble(String reason, String title, String text) {}

    /** A page of ours: its path without the slash before it, so that it can be put below any address, and its words. */
    record Page(String path, String words) {}
}
