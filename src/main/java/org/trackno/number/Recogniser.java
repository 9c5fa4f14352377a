package org.trackno.number;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;
import org.trackno.number.CompiledFormat.Matcher;

/**
 * Tells whose number a string is. Built once from the carriers' formats; immutable and safe for many threads. Numbers
 * of the world's posts (UPU S10) are known without any format.
 */
public final class Recogniser {
    private final FormatIndex index;
    private final S10 s10;

    /** Throws {@link IllegalArgumentException} when two formats have the same id. */
    public Recogniser(List<CarrierFormats> carriers) {
        Map<String, Carrier> known = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (CarrierFormats carrier : carriers) {
            known.put(carrier.carrier().id(), carrier.carrier());
            for (NumberFormat format : carrier.formats()) {
                if (!ids.add(format.id())) {
                    throw new IllegalArgumentException("id: two formats are called " + format.id());
                }
            }
        }
        this.index = new FormatIndex(carriers.stream()
                .flatMap(one -> one.formats().stream().map(format -> new CompiledFormat(one.carrier(), format)))
                .toList());
        this.s10 = new S10(known);
    }

    /** Recognises without hints, see {@link #recognise(String, Hints)}. */
    public Recognition recognise(String input) {
        return recognise(input, Hints.NONE);
    }

    /**
     * Says whose number the input may be. Never fails, whatever the input; an input that is no tracking number at all
     * comes back with a problem and no candidates.
     */
    public Recognition recognise(String input, Hints hints) {
        NumberText text = NumberText.read(input);
        if (text.problem() != null) {
            return new Recognition(input, null, List.of(), List.of(), List.of(), text.problem());
        }
        Findings findings = new Findings(text, hints);
        for (Matcher matcher : index.find(text.values())) {
            if (matcher.variant().accepts(text.values())) {
                add(matcher, text, findings);
            }
        }
        if (S10.hasShape(text.values())) {
            s10.recognise(text, findings);
        }
        return findings.recognition(input, new TrackingNumber(text.value()));
    }

    private static void add(Matcher matcher, NumberText text, Findings findings) {
        CompiledFormat owner = matcher.owner();
        CheckResult check = matcher.check(text.values());
        if (check == CheckResult.FAIL && owner.checkRejects()) {
            findings.addNearMiss(
                    owner.carrier(), owner.specificity(text), () -> owner.nearMiss(matcher.variant(), text));
        } else {
            findings.addCandidate(Scoring.candidate(matcher, check, text, findings.hints()), owner.specificity(text));
        }
    }
}
