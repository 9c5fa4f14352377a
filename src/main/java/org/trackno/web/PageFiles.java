package org.trackno.web;

import biweekly.Biweekly;
import biweekly.ICalendar;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.trackno.tracking.Audience;
import org.trackno.tracking.LookUpResult.Found;
import org.trackno.tracking.Snapshot;
import org.trackno.tracking.Snapshot.EstimateView;
import org.trackno.tracking.SnapshotEncoder;

/** What belongs to a parcel's page and is no page: the map, and the expected date for a calendar. */
@ApplicationScoped
class PageFiles {
    /** The address of a map changes with the way it shows. */
    private static final String FOR_A_DAY = "private, max-age=86400";

    private final VisitorLookUp lookUp;
    private final SnapshotEncoder snapshots;
    private final Geography geography;
    private final Clock clock;

    PageFiles(VisitorLookUp lookUp, SnapshotEncoder snapshots, Geography geography, Clock clock) {
        this.lookUp = lookUp;
        this.snapshots = snapshots;
        this.geography = geography;
        this.clock = clock;
    }

    /** The map of the towns passed; 404 where there is no way to draw. */
    Uni<Response> map(String number, @Nullable String carrier, Audience audience, boolean dark, Visit visit) {
        MapDrawing.Colours colours = dark ? MapDrawing.Colours.DARK : MapDrawing.Colours.LIGHT;
        return snapshot(number, carrier, audience, visit)
                .flatMap(snapshot -> geography.towns().map(towns -> RouteMap.of(snapshot, towns)))
                .flatMap(route -> geography.countries().map(countries -> {
                    if (!route.isWorthDrawing()) {
                        throw new NotFoundException();
                    }
                    String drawing = MapDrawing.of(route, countries, colours);
                    return file(drawing, "image/svg+xml;charset=utf-8", FOR_A_DAY);
                }));
    }

    /** The expected date for a calendar; 404 where nobody knows it. */
    Uni<Response> calendar(String number, @Nullable String carrier, Audience audience, Visit visit) {
        return snapshot(number, carrier, audience, visit).map(snapshot -> {
            EstimateView estimate = snapshot.estimate();
            if (estimate == null) {
                throw new NotFoundException();
            }
            ICalendar calendar = ExpectedDate.of(snapshot, estimate, Wording.in(visit.language()), clock.instant());
            return file(Biweekly.write(calendar).go(), "text/calendar;charset=utf-8", "no-store");
        });
    }

    private Uni<Snapshot> snapshot(String number, @Nullable String carrier, Audience audience, Visit visit) {
        return lookUp.track(number, carrier, visit).map(result -> {
            if (result instanceof Found found) {
                return snapshots.snapshot(found.parcel(), audience, clock.instant());
            }
            throw new NotFoundException();
        });
    }

    private static Response file(String text, String mediaType, String cacheControl) {
        return Response.ok(text.getBytes(StandardCharsets.UTF_8))
                .header("Content-Type", mediaType)
                .header("Cache-Control", cacheControl)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .build();
    }
}
