package org.trackno.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The pages, in {@code src/main/resources/templates}. */
@CheckedTemplate
final class Templates {
    private Templates() {}

    static native TemplateInstance start(Frame frame, StartView start);

    static native TemplateInstance parcel(Frame frame, ParcelView parcel, PageExtras extras, ShareView share);

    static native TemplateInstance list(Frame frame, ListView list);

    static native TemplateInstance row(ListView.Row row, String progress);

    static native TemplateInstance trouble(Frame frame, TroubleView trouble);

    static native TemplateInstance embed(Frame frame, EmbeddedParcel parcel, String scheme, @Nullable String stream);

    static native TemplateInstance embedding(Frame frame, TryView view);
}
