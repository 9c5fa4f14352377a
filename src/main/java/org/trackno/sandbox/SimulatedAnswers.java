package org.trackno.sandbox;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Map;
import java.util.Objects;

/** The WireMock extension that answers for the simulated carriers, anew for every call. */
final class SimulatedAnswers implements ResponseDefinitionTransformerV2 {
    static final String NAME = "simulated-carrier";
    /** Transformer parameter: the carrier's id. */
    static final String CARRIER = "carrier";
    /** Transformer parameter: whether it is the log-in that is called. */
    static final String LOGIN = "login";

    private final Map<String, SimulatedCarrier> carriers;

    SimulatedAnswers(Map<String, SimulatedCarrier> carriers) {
        this.carriers = Map.copyOf(carriers);
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        String id = event.getTransformerParameters().getString(CARRIER);
        SimulatedCarrier carrier = Objects.requireNonNull(carriers.get(id), id);
        Request request = event.getRequest();
        return event.getTransformerParameters().getBoolean(LOGIN) ? carrier.logIn(request) : carrier.track(request);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }
}
