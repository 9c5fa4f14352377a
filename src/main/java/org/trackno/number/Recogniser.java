package org.trackno.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Carrier;
import org.trackno.model.TrackingNumber;
import org.trackno.number.CompiledFormat.Matcher;
import org.trackno.number.TrackingLinks.Link;

/**
 * Tells whose number a string is. Built once from the carriers' formats; immutable and safe for many threads. Numbers
 * of the world's posts (UPU S10) are known without any format.
 */
public final class Recogniser {
    /** Worse than any score, even of numbers that look made up. */
    private static final double WORTH_OF_A_NEAR_MISS = 1_000;

    private static final double WORTH_OF_NOTHING = 2_000;

    private final FormatIndex index;
    private final S10 s10;
    private final TrackingLinks links;
    private final Set<String> carrierIds;

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
        this.links = new TrackingLinks(carriers);
        this.carrierIds = Stream.concat(
                        known.keySet().stream(),
                        s10.posts().list().stream().map(post -> post.carrier().id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The ids of all carriers whose numbers can be recognised. */
    public Set<String> carrierIds() {
        return carrierIds;
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
            Link link = links.read(input);
            if (link != null && !link.parts().isEmpty()) {
                return recognise(input, link, hints);
            }
            List<String> remarks = Writing.reason(input).stream().toList();
            return new Recognition(input, null, List.of(), List.of(), remarks, text.problem());
        }
        Findings findings = new Findings(text, input, hints);
        for (Matcher matcher : index.find(text.values())) {
            if (matcher.variant().accepts(text.values())) {
                add(matcher, text, findings);
            }
        }
        if (S10.hasShape(text.values())) {
            s10.recognise(text, findings);
        }
        addContainerRemark(text, findings);
        return findings.recognition(input, text.known());
    }

    /**
     * Ways to mend a number that has no candidate, by one change: a look-alike character or two neighbours swapped.
     * Costs some fifty recognitions, so it is not done unasked.
     */
    public List<Repair> repairs(Recognition recognition) {
        TrackingNumber number = recognition.trackingNumber();
        return number == null || !recognition.candidates().isEmpty()
                ? List.of()
                : new Repairs(this::recognise).find(number.value());
    }

    /** The carrier that a link to a tracking page belongs to, or null when the input is none or its host unknown. */
    @Nullable
    Carrier linkedCarrier(String input) {
        Link link = links.read(input);
        return link == null ? null : link.carrier();
    }

    private Recognition recognise(String input, Link link, Hints hints) {
        Hints named =
                link.carrier() == null ? hints : hints.withNamed(link.carrier().id());
        Recognition best = recognise(link.parts().get(0), named);
        for (String part : link.parts()) {
            Recognition other = recognise(part, named);
            best = worth(other) > worth(best) ? other : best;
        }
        List<String> remarks = new ArrayList<>(best.remarks());
        remarks.add("The number was taken from a link to " + link.host() + ".");
        return new Recognition(
                input, best.trackingNumber(), best.candidates(), best.nearMisses(), remarks, best.problem());
    }

    /** Of the parts of a link that with the likeliest candidate is the number, else a near miss, else the longest. */
    private static double worth(Recognition recognition) {
        if (!recognition.candidates().isEmpty()) {
            return recognition.candidates().get(0).score();
        }
        TrackingNumber number = recognition.trackingNumber();
        int length = number == null ? 0 : number.value().length();
        return recognition.nearMisses().isEmpty() ? length - WORTH_OF_NOTHING : length - WORTH_OF_A_NEAR_MISS;
    }

    private static void addContainerRemark(NumberText text, Findings findings) {
        byte[] values = text.values();
        if (findings.isEmpty() && values.length == 20 && text.digitsOnly() && values[0] == 0 && values[1] == 0) {
            if (CheckRule.GS1_MOD10.expectedValue(values, 2, 19) == values[19]) {
                findings.addRemark(
                        "It is a valid GS1 container code (SSCC), but no carrier here has its company prefix.");
            }
        }
    }

    private static void add(Matcher matcher, NumberText text, Findings findings) {
        CompiledFormat owner = matcher.owner();
        CheckResult check = matcher.check(text.values());
        double specificity = matcher.rarity().of(text);
        if (check != CheckResult.FAIL || !owner.checkRejects()) {
            findings.addCandidate(Scoring.candidate(matcher, specificity, check, text, findings.hints()), specificity);
        } else if (findings.wantsNearMiss(owner, specificity)) {
            findings.addNearMiss(owner.carrier(), specificity, () -> owner.nearMiss(matcher.variant(), text));
        }
    }
}
