package org.trackno.carrier.declarative;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierAdapter;
import org.trackno.carrier.CarrierAnswer;
import org.trackno.carrier.CarrierRequest;
import org.trackno.carrier.TrackingQuery;
import org.trackno.carrier.codes.CodeTable;
import org.trackno.carrier.format.UnreadableAnswerException;
import org.trackno.carrier.manifest.Manifest;
import org.trackno.carrier.manifest.Manifest.ResponseSection;
import org.trackno.carrier.manifest.ResponseRule;
import org.trackno.carrier.mapping.JsltMapping;
import org.trackno.carrier.mapping.MappingException;
import org.trackno.carrier.mapping.ReportReader;
import org.trackno.model.Carrier;
import org.trackno.model.FailureKind;
import org.trackno.model.ParcelReport;
import org.trackno.model.TrackingNumber;
import org.trackno.model.TrackingOutcome;
import org.trackno.model.TrackingOutcome.Failed;
import org.trackno.model.TrackingOutcome.Found;
import org.trackno.model.TrackingOutcome.NotFound;

/** The adapter made of a carrier folder: the manifest says how to ask, the mapping where a value is, the table what it means. */
public final class DeclarativeAdapter implements CarrierAdapter {
    private static final int MAX_DETAIL = 200;

    private final Carrier carrier;
    private final RequestTemplate template;
    private final ResponseSection response;
    private final JsltMapping mapping;
    private final ReportReader reader;

    /**
     * An adapter from the parts of a folder.
     *
     * @param requestBody the text of the manifest's {@code request.body} file; null when it names none
     */
    public DeclarativeAdapter(
            Manifest manifest,
            Manifest.RequestSection request,
            ResponseSection response,
            @Nullable String requestBody,
            CodeTable codes,
            JsltMapping mapping) {
        this.carrier = new Carrier(manifest.id(), manifest.name());
        this.template = new RequestTemplate(request, requestBody);
        this.response = response;
        this.mapping = mapping;
        this.reader = new ReportReader(codes, manifest.time());
    }

    @Override
    public Carrier carrier() {
        return carrier;
    }

    @Override
    public List<CarrierRequest> requests(TrackingQuery query) {
        return template.requests(query);
    }

    @Override
    public Function<TrackingQuery, TrackingOutcome> reading(CarrierAnswer answer) {
        JsonNode tree;
        try {
            tree = response.format().decode(answer.body());
        } catch (UnreadableAnswerException e) {
            TrackingOutcome byStatus = ofStatus(answer, "");
            TrackingOutcome unreadable =
                    byStatus == null ? new Failed(FailureKind.UNREADABLE, String.valueOf(e.getMessage())) : byStatus;
            return query -> unreadable;
        }
        TrackingOutcome byRule = ofRules(answer, tree);
        TrackingOutcome whole = byRule == null ? ofStatus(answer, "") : byRule;
        return query -> whole == null ? ofItems(answer, tree, query) : whole;
    }

    private TrackingOutcome ofItems(CarrierAnswer answer, JsonNode tree, TrackingQuery query) {
        List<JsonNode> items = items(tree, query);
        List<ParcelReport> reports = new ArrayList<>();
        List<String> setAside = new ArrayList<>();
        TrackingOutcome other = null;
        for (JsonNode item : items) {
            TrackingOutcome outcome = ofItem(answer, item);
            if (outcome instanceof Found found) {
                reports.addAll(found.reports());
                setAside.addAll(found.setAside());
            } else if (other == null) {
                other = outcome;
            }
        }
        if (!reports.isEmpty()) {
            return new Found(reports, setAside);
        }
        return other == null ? new Failed(FailureKind.UNREADABLE, "the answer is about other numbers") : other;
    }

    private TrackingOutcome ofItem(CarrierAnswer answer, JsonNode item) {
        TrackingOutcome byRule = ofRules(answer, item);
        if (byRule != null) {
            return byRule;
        }
        try {
            return reader.read(mapping.apply(item));
        } catch (MappingException e) {
            return new Failed(FailureKind.UNREADABLE, cut(String.valueOf(e.getMessage())));
        }
    }

    /**
     * The items of the answer that are about the asked numbers: a carrier that mixes its answers up must not show one
     * person the parcel of another. An answer without the list is one item itself: carriers push single events to webhooks
     * bare.
     */
    private List<JsonNode> items(JsonNode tree, TrackingQuery query) {
        JsonNode named = response.items() == null ? tree : tree.at(response.items());
        JsonNode list = named.isMissingNode() ? tree : named;
        List<JsonNode> all = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(all::add);
        } else {
            all.add(list);
        }
        if (query.numbers().isEmpty() || response.numberAt().isEmpty()) {
            return all;
        }
        boolean alone = all.size() == 1;
        all.removeIf(item -> !isAbout(item, query.numbers(), alone));
        return all;
    }

    /** An item that states no number, like an error, is about the asked one only where nothing else can be. */
    private boolean isAbout(JsonNode item, List<TrackingNumber> numbers, boolean alone) {
        boolean statesNone = true;
        for (JsonPointer pointer : response.numberAt()) {
            String stated = item.at(pointer).asText("");
            if (!stated.isBlank()) {
                statesNone = false;
                for (TrackingNumber asked : numbers) {
                    if (isSame(asked.value(), stated)) {
                        return true;
                    }
                }
            }
        }
        return statesNone && alone;
    }

    /** Carriers drop and add routing in front: 420 and a ZIP, 00 of an SSCC. */
    private static boolean isSame(String asked, String stated) {
        return asked.endsWith(stated) || stated.endsWith(asked);
    }

    private @Nullable TrackingOutcome ofRules(CarrierAnswer answer, JsonNode tree) {
        for (ResponseRule rule : response.rules()) {
            if (rule.fits(answer.status(), tree)) {
                String detail = cut(rule.detailOf(tree));
                return rule.outcome().equals(ResponseRule.NOT_FOUND)
                        ? new NotFound(detail)
                        : new Failed(FailureKind.valueOf(rule.outcome()), detail, answer.retryAfter());
            }
        }
        return null;
    }

    /** What the HTTP status alone says; null when it says nothing against the answer. */
    private static @Nullable TrackingOutcome ofStatus(CarrierAnswer answer, String detail) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return null;
        }
        FailureKind kind = status == 401 || status == 403
                ? FailureKind.REFUSED
                : status == 429
                        ? FailureKind.OVER_QUOTA
                        : status >= 500
                                ? FailureKind.UNAVAILABLE
                                : status < 400 ? FailureKind.UNREADABLE : FailureKind.BAD_REQUEST;
        return new Failed(kind, "HTTP " + status + detail, answer.retryAfter());
    }

    private static String cut(String detail) {
        return detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL);
    }
}
