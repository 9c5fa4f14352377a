package org.trackno.gateway;

import java.net.URI;
import java.util.Map;
import org.trackno.carrier.manifest.Manifest;
import org.trackno.store.CarrierAccount;

/**
 * What the operator configured for a carrier.
 *
 * @param baseUrl where it is asked
 * @param credentials by name; complete
 * @param account whom the carrier counts calls for
 * @param limits what the carrier allows, with the operator's own figures
 */
record CarrierSettings(URI baseUrl, Map<String, String> credentials, CarrierAccount account, Manifest.Limits limits) {
    CarrierSettings {
        credentials = Map.copyOf(credentials);
    }

    String credential(String name) {
        String value = credentials.get(name);
        if (value == null) {
            throw new IllegalStateException("No credential " + name);
        }
        return value;
    }

    /** Never the values: settings end up in logs. */
    @Override
    public String toString() {
        return "CarrierSettings[" + baseUrl + ", " + credentials.keySet() + "]";
    }
}
