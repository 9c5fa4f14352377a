package org.trackno.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.trackno.model.Carrier;
import org.trackno.number.Candidate;
import org.trackno.number.CheckResult;
import org.trackno.number.Part;
import org.trackno.number.Recognition;
import org.trackno.number.Repair;
import org.trackno.number.Role;
import org.trackno.number.Unchecked;
import org.trackno.tracking.Snapshot.CarrierName;

/**
 * What is known of a number without asking anybody.
 *
 * @param committed the carrier it surely is of; null when there is doubt
 * @param repairs numbers that one likely slip makes right; only where there is no candidate
 */
@Schema(name = "Detection")
record DetectionView(
        String input,
        @Nullable String trackingNumber,
        @Nullable CarrierName committed,
        List<CandidateView> candidates,
        List<ProblemDocument.NearMissView> nearMisses,
        List<RepairView> repairs,
        List<String> remarks) {

    static DetectionView of(Recognition recognition, List<Repair> repairs) {
        return new DetectionView(
                recognition.input(),
                recognition.trackingNumber() == null
                        ? null
                        : recognition.trackingNumber().value(),
                recognition.committed().map(best -> name(best.carrier())).orElse(null),
                recognition.candidates().stream().map(CandidateView::of).toList(),
                recognition.nearMisses().stream()
                        .map(ProblemDocument.NearMissView::of)
                        .toList(),
                repairs.stream().map(RepairView::of).toList(),
                recognition.remarks());
    }

    /** A carrier whose number it may be. */
    record CandidateView(
            CarrierName carrier,
            String format,
            CheckResult check,
            double score,
            Role role,
            List<Part> parts,
            String trackingNumber,
            Unchecked unchecked,
            List<String> reasons) {
        static CandidateView of(Candidate candidate) {
            return new CandidateView(
                    name(candidate.carrier()),
                    candidate.format(),
                    candidate.check(),
                    candidate.score(),
                    candidate.role(),
                    candidate.parts(),
                    candidate.number().value(),
                    candidate.unchecked(),
                    candidate.reasons());
        }
    }

    /** A number that one small change makes right. */
    record RepairView(String trackingNumber, CarrierName carrier, String change) {
        static RepairView of(Repair repair) {
            return new RepairView(
                    repair.trackingNumber(), name(repair.candidate().carrier()), repair.change());
        }
    }

    private static CarrierName name(Carrier carrier) {
        return new CarrierName(carrier.id(), carrier.name());
    }
}
