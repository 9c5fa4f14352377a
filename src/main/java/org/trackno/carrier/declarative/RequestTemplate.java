package org.trackno.carrier.declarative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trackno.carrier.CarrierRequest;
import org.trackno.carrier.TrackingQuery;
import org.trackno.carrier.manifest.Manifest.RequestSection;
import org.trackno.model.TrackingNumber;

/** Fills {@code {number}} and {@code {postcode}} into the request of a manifest. A parameter without its value is left out. */
final class RequestTemplate {
    private static final String NUMBER = "{number}";
    private static final String POSTCODE = "{postcode}";

    private final RequestSection request;
    private final @Nullable String body;

    RequestTemplate(RequestSection request, @Nullable String body) {
        this.request = request;
        this.body = body;
    }

    List<CarrierRequest> requests(TrackingQuery query) {
        List<CarrierRequest> requests = new ArrayList<>();
        List<TrackingNumber> numbers = query.numbers();
        for (int from = 0; from < numbers.size(); from += request.batchSize()) {
            int to = Math.min(numbers.size(), from + request.batchSize());
            requests.add(request(numbers.subList(from, to), query.postcode()));
        }
        return requests;
    }

    private CarrierRequest request(List<TrackingNumber> batch, @Nullable String postcode) {
        String joined = batch.stream().map(TrackingNumber::value).collect(Collectors.joining(request.separator()));
        Map<String, String> query = new LinkedHashMap<>();
        request.query().forEach((name, value) -> {
            if (!value.contains(POSTCODE)) {
                query.put(name, value.replace(NUMBER, joined));
            } else if (postcode != null) {
                query.put(name, value.replace(POSTCODE, postcode));
            }
        });
        return new CarrierRequest(
                request.method(),
                request.path().replace(NUMBER, joined),
                query,
                request.headers(),
                body == null ? null : body.replace(NUMBER, joined),
                List.copyOf(batch));
    }
}
