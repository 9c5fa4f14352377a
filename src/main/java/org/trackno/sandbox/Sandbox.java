package org.trackno.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trackno.carrier.CarrierFolder;
import org.trackno.carrier.Catalogue;
import org.trackno.carrier.manifest.Manifest.RequestSection;

/**
 * Simulated carriers: answers HTTP calls as the real ones document it, with their authentication and their errors, about
 * parcels that move as time passes. Listens on the loopback interface only.
 */
public final class Sandbox implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    /** Stubs that tests add with WireMock's default priority go first. */
    private static final int LOW_PRIORITY = 10;

    private static final int JOURNAL_ENTRIES = 1000;
    /** Answers that are late on purpose must not keep others waiting, nor the end of the process. */
    private static final int DELAYING_THREADS = 16;

    private final Catalogue catalogue;
    private final Map<String, SimulatedCarrier> carriers;
    private final WireMockServer wireMock;

    private Sandbox(Catalogue catalogue, Map<String, SimulatedCarrier> carriers) {
        this.catalogue = catalogue;
        this.carriers = carriers;
        this.wireMock = new WireMockServer(WireMockConfiguration.options()
                .bindAddress(LOOPBACK)
                .dynamicPort()
                .jettyAcceptors(1)
                .maxRequestJournalEntries(JOURNAL_ENTRIES)
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(DELAYING_THREADS)
                .extensions(new SimulatedAnswers(carriers)));
    }

    /**
     * Starts to simulate every carrier of the catalogue that has a {@code sandbox/} folder, on a free port.
     *
     * @param clock tells where journeys are and how old tokens are
     * @throws org.trackno.carrier.CarrierFolderException when such a folder cannot be used
     */
    public static Sandbox start(Catalogue catalogue, Clock clock) {
        Scenarios scenarios = Scenarios.bundled();
        Map<String, SimulatedCarrier> carriers = new TreeMap<>();
        for (CarrierFolder folder : catalogue.list()) {
            if (SandboxFolder.isIn(folder)) {
                SandboxFolder read = SandboxFolder.read(folder, scenarios);
                carriers.put(read.carrierId(), new SimulatedCarrier(read, scenarios, clock));
            }
        }
        Sandbox sandbox = new Sandbox(catalogue, carriers);
        sandbox.wireMock.start();
        carriers.keySet().forEach(sandbox::stub);
        return sandbox;
    }

    /** The ids of the simulated carriers, sorted. */
    public List<String> carriers() {
        return List.copyOf(carriers.keySet());
    }

    /**
     * What to use instead of the base address in the carrier's manifest.
     *
     * @throws IllegalArgumentException when the carrier is not simulated
     */
    public String baseUrl(String carrierId) {
        return "http://" + LOOPBACK + ":" + wireMock.port() + basePath(carrierId);
    }

    /**
     * The credentials that the simulated carrier accepts, by the names in its manifest.
     *
     * @throws IllegalArgumentException when the carrier is not simulated
     */
    public Map<String, String> credentials(String carrierId) {
        return carrier(carrierId).access().credentials();
    }

    /**
     * The tracking numbers that the carrier's scenarios are found under.
     *
     * @throws IllegalArgumentException when the carrier is not simulated
     */
    public List<SandboxNumber> numbers(String carrierId) {
        return carrier(carrierId).numbers();
    }

    /** The server itself, for tests that add faults and read the journal. */
    public WireMockServer wireMock() {
        return wireMock;
    }

    @Override
    public void close() {
        wireMock.stop();
    }

    private void stub(String carrierId) {
        SimulatedCarrier carrier = carrier(carrierId);
        RequestShape shape = carrier.request();
        stub(carrierId, request(shape.method(), urlPathMatching(shape.pathPattern(carrier.prefix()))), false);
        carrier.access()
                .tokenPath()
                .ifPresent(path -> stub(carrierId, any(urlPathEqualTo(basePath(carrierId) + path)), true));
    }

    private void stub(String carrierId, MappingBuilder calls, boolean login) {
        wireMock.stubFor(calls.atPriority(LOW_PRIORITY)
                .willReturn(aResponse()
                        .withTransformers(SimulatedAnswers.NAME)
                        .withTransformerParameter(SimulatedAnswers.CARRIER, carrierId)
                        .withTransformerParameter(SimulatedAnswers.LOGIN, login)));
    }

    /** The path of the carrier's real base address stays, behind what tells the carriers of the sandbox apart. */
    private String basePath(String carrierId) {
        String real = catalogue
                .find(carrierId)
                .map(folder -> folder.manifest().request())
                .map(RequestSection::baseUrl)
                .orElse("");
        return carrier(carrierId).prefix() + URI.create(real).getPath();
    }

    private SimulatedCarrier carrier(String carrierId) {
        SimulatedCarrier carrier = carriers.get(carrierId);
        if (carrier == null) {
            throw new IllegalArgumentException(carrierId + " is not simulated");
        }
        return carrier;
    }
}
