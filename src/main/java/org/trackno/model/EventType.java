package org.trackno.model;

import static org.trackno.model.Owner.CARRIER;
import static org.trackno.model.Owner.CUSTOMS;
import static org.trackno.model.Owner.RECIPIENT;
import static org.trackno.model.Owner.SENDER;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a parcel, in our own vocabulary. Every carrier code maps to exactly one of these. A type has a stage,
 * or none when it does not move the parcel; a type that is a problem also has an owner and says whether somebody must act.
 *
 * <p>How the terms of other systems read as ours is the data file {@code event-type-crosswalk.csv}, what we would send to
 * them is {@code event-type-outgoing.csv}; {@code docs/stages.md} is written from all three.
 */
public enum EventType {
    // announced
    LABEL_CREATED(Stage.ANNOUNCED, "Label created"),
    INFORMATION_RECEIVED(Stage.ANNOUNCED, "The carrier has been told about the parcel"),
    AWAITING_HANDOVER(Stage.ANNOUNCED, "Waiting for the sender to hand it over"),
    COLLECTION_SCHEDULED(Stage.ANNOUNCED, "Collection from the sender is booked"),
    COLLECTION_ATTEMPTED(
            Stage.ANNOUNCED,
            "Collection from the sender failed",
            SENDER,
            true,
            "The sender has to book a new collection or drop the parcel off."),
    SENDER_PROBLEM(
            Stage.ANNOUNCED,
            "Held up while the sender prepares it",
            SENDER,
            true,
            "Ask the sender: the carrier has not received the parcel."),

    // accepted
    POSTED(Stage.ACCEPTED, "Accepted by the carrier"),
    COLLECTED(Stage.ACCEPTED, "Collected from the sender"),
    DROPPED_OFF(Stage.ACCEPTED, "Dropped off at a shop or locker"),

    // moving
    IN_TRANSIT(Stage.IN_TRANSIT, "In transit"),
    ARRIVED_AT_FACILITY(Stage.IN_TRANSIT, "Arrived at a facility"),
    PROCESSED_AT_FACILITY(Stage.IN_TRANSIT, "Processed at a facility"),
    DEPARTED_FACILITY(Stage.IN_TRANSIT, "Left a facility"),
    DEPARTED_ORIGIN_COUNTRY(Stage.IN_TRANSIT, "Left the country of origin"),
    IN_TRANSIT_COUNTRY(Stage.IN_TRANSIT, "Passing through another country"),
    ARRIVED_IN_DESTINATION_COUNTRY(Stage.IN_TRANSIT, "Arrived in the destination country"),
    PRESENTED_TO_CUSTOMS(Stage.IN_TRANSIT, "With customs"),
    RELEASED_BY_CUSTOMS(Stage.IN_TRANSIT, "Released by customs"),
    HANDED_TO_PARTNER(Stage.IN_TRANSIT, "Handed to a partner carrier"),
    ARRIVED_AT_DELIVERY_OFFICE(Stage.IN_TRANSIT, "Arrived at the delivery office"),
    ON_THE_WAY_TO_PICKUP_POINT(Stage.IN_TRANSIT, "On the way to the pickup point"),
    DELIVERY_SCHEDULED(Stage.IN_TRANSIT, "Delivery is scheduled"),
    REDIRECTED(Stage.IN_TRANSIT, "Redirected"),
    REPACKED(Stage.IN_TRANSIT, "Repacked by the carrier"),
    PROBLEM_RESOLVED(Stage.IN_TRANSIT, "A problem is settled and the parcel moves on"),
    DELIVERY_CORRECTED(Stage.IN_TRANSIT, "The carrier took back its report of a delivery"),

    // moving, with a problem
    DELAYED(Stage.IN_TRANSIT, "Delayed", CARRIER, false, "Nothing to do: the carrier expects to be late."),
    DELAYED_BY_WEATHER(
            Stage.IN_TRANSIT, "Delayed by the weather", CARRIER, false, "Nothing to do: it moves on when it is safe."),
    MISSORTED(
            Stage.IN_TRANSIT,
            "Sent the wrong way",
            CARRIER,
            false,
            "Nothing to do: the carrier is sending it the right way."),
    HELD_BY_CARRIER(
            Stage.IN_TRANSIT,
            "Held by the carrier",
            CARRIER,
            false,
            "Wait a day; if it stays held, ask the carrier why."),
    UNDER_INVESTIGATION(
            Stage.IN_TRANSIT,
            "The carrier is searching for it",
            CARRIER,
            false,
            "Wait for the end of the search; if nothing is found, the sender can claim."),
    REJECTED_BY_CARRIER(
            Stage.IN_TRANSIT,
            "The carrier will not carry it as it is",
            SENDER,
            true,
            "Ask the sender: contents, size or packaging break the carrier's rules."),
    HELD_BY_CUSTOMS(
            Stage.IN_TRANSIT,
            "Held by customs",
            CUSTOMS,
            false,
            "Customs decides; the carrier gets in touch if papers or money are needed."),
    CUSTOMS_DOCUMENTS_NEEDED(
            Stage.IN_TRANSIT,
            "Customs needs documents",
            RECIPIENT,
            true,
            "Send the carrier the documents it asks for, usually an invoice."),
    DUTY_PAYABLE(
            Stage.IN_TRANSIT,
            "Duty or tax to pay",
            RECIPIENT,
            true,
            "Pay the duty on the carrier's own page or at the counter."),
    ADDRESS_PROBLEM(
            Stage.IN_TRANSIT,
            "Problem with the address",
            RECIPIENT,
            true,
            "Give the carrier the complete address, or ask the sender to."),
    DAMAGED(Stage.IN_TRANSIT, "Damaged", SENDER, true, "The sender has to claim; keep the packaging if you get it."),
    SECURITY_HOLD(Stage.IN_TRANSIT, "Held for a security check", CARRIER, false, "Nothing to do: wait for the check."),
    UNDELIVERABLE(
            Stage.IN_TRANSIT,
            "Cannot be delivered",
            SENDER,
            true,
            "Ask the carrier what is missing; without an answer it goes back to the sender."),
    EXPORT_STOPPED(
            Stage.IN_TRANSIT,
            "Export stopped",
            SENDER,
            true,
            "The sender has to mend the declaration or the contents; the parcel will not leave the country as it is."),

    // out
    OUT_FOR_DELIVERY(Stage.OUT_FOR_DELIVERY, "Out for delivery"),
    RECIPIENT_CONTACTED(Stage.OUT_FOR_DELIVERY, "The driver has announced the delivery"),

    // attempted
    DELIVERY_ATTEMPTED(
            Stage.DELIVERY_ATTEMPTED,
            "Delivery was tried without success",
            RECIPIENT,
            false,
            "Look for a card or message: it says when the next try is or where to collect it."),
    RECIPIENT_ABSENT(
            Stage.DELIVERY_ATTEMPTED,
            "Nobody was at home",
            RECIPIENT,
            false,
            "Look for a card or message: it says when the next try is or where to collect it."),
    ACCESS_BLOCKED(
            Stage.DELIVERY_ATTEMPTED,
            "The driver could not get to the door",
            RECIPIENT,
            true,
            "Tell the carrier how to get in, or choose a pickup point."),
    BUSINESS_CLOSED(
            Stage.DELIVERY_ATTEMPTED,
            "The business was closed",
            RECIPIENT,
            false,
            "It is tried again on the next working day."),
    DELIVERY_REFUSED(
            Stage.DELIVERY_ATTEMPTED,
            "Delivery was refused",
            SENDER,
            true,
            "It goes back to the sender unless the recipient tells the carrier otherwise."),
    PAYMENT_MISSING(
            Stage.DELIVERY_ATTEMPTED,
            "Payment was not ready",
            RECIPIENT,
            true,
            "Have the amount ready for the next try, or pay online."),
    IDENTITY_NOT_CONFIRMED(
            Stage.DELIVERY_ATTEMPTED,
            "Identity or age was not confirmed",
            RECIPIENT,
            true,
            "Have an identity card ready for the next try."),

    // pickup
    AVAILABLE_FOR_PICKUP(Stage.AVAILABLE_FOR_PICKUP, "Ready to be collected"),
    IN_LOCKER(Stage.AVAILABLE_FOR_PICKUP, "Ready in a parcel locker"),
    AT_POST_OFFICE(Stage.AVAILABLE_FOR_PICKUP, "Ready at the post office"),
    PICKUP_REMINDER(
            Stage.AVAILABLE_FOR_PICKUP,
            "Still waiting to be collected",
            RECIPIENT,
            true,
            "Collect it soon, or it goes back to the sender."),

    // delivered
    DELIVERED(Stage.DELIVERED, "Delivered"),
    DELIVERED_WITH_SIGNATURE(Stage.DELIVERED, "Delivered and signed for"),
    DELIVERED_TO_NEIGHBOUR(Stage.DELIVERED, "Delivered to a neighbour"),
    DELIVERED_TO_SAFE_PLACE(Stage.DELIVERED, "Left in a safe place"),
    DELIVERED_TO_MAILBOX(Stage.DELIVERED, "Delivered to the letter box"),
    DELIVERED_TO_RECEPTION(Stage.DELIVERED, "Delivered to a reception or office"),
    COLLECTED_BY_RECIPIENT(Stage.DELIVERED, "Collected by the recipient"),
    DELIVERED_DAMAGED(
            Stage.DELIVERED,
            "Delivered damaged",
            SENDER,
            true,
            "Keep the packaging, take photos and tell the sender at once: the time to claim is short."),
    DELIVERED_IN_PART(
            Stage.DELIVERED,
            "Delivered in part",
            CARRIER,
            false,
            "The rest follows; if it does not within two days, ask the carrier."),

    // return
    RETURN_STARTED(
            Stage.RETURNING,
            "On its way back to the sender",
            SENDER,
            false,
            "Ask the sender whether it will be sent again."),
    UNCLAIMED(
            Stage.RETURNING,
            "Not collected in time: going back",
            SENDER,
            false,
            "Ask the sender whether it will be sent again."),
    RETURN_IN_TRANSIT(
            Stage.RETURNING,
            "In transit back to the sender",
            SENDER,
            false,
            "Ask the sender whether it will be sent again."),
    RETURNED_TO_SENDER(
            Stage.RETURNED, "Returned to the sender", SENDER, false, "Ask the sender for a refund or a new parcel."),

    // ends
    CANCELLED(Stage.CANCELLED, "Cancelled", SENDER, false, "Ask the sender whether a new parcel was announced."),
    LOST(Stage.LOST, "Lost", CARRIER, true, "The sender has to claim with the carrier; ask the sender."),
    DESTROYED(Stage.LOST, "Destroyed", SENDER, true, "The sender has to claim with the carrier; ask the sender."),
    SEIZED(Stage.LOST, "Seized by the authorities", CUSTOMS, true, "The carrier no longer has it: ask the sender."),

    // neutral
    EXCEPTION(null, "A problem the carrier does not name", CARRIER, false, "Wait a day; then ask the carrier."),
    NOTE(null, "Information from the carrier"),
    UNMAPPED(null, "Update in the carrier's own words");

    private static final Map<String, EventType> BY_TERM =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::term, Function.identity()));

    private final @Nullable Stage stage;
    private final String title;
    private final @Nullable Owner owner;
    private final boolean actionRequired;
    private final String advice;
    private final String term = name().toLowerCase(Locale.ROOT);

    EventType(@Nullable Stage stage, String title) {
        this(stage, title, null, false, "");
    }

    EventType(@Nullable Stage stage, String title, @Nullable Owner owner, boolean actionRequired, String advice) {
        this.stage = stage;
        this.title = title;
        this.owner = owner;
        this.actionRequired = actionRequired;
        this.advice = advice;
    }

    /** The stage this event brings a parcel to; empty when it does not move the parcel. */
    public Optional<Stage> stage() {
        return Optional.ofNullable(stage);
    }

    /** The plain-English title, the only wording shown to people without proof. */
    public String title() {
        return title;
    }

    /** Whether this is something wrong, with an {@link #owner()}. */
    public boolean isProblem() {
        return owner != null;
    }

    /** Who has the problem in hand; empty when this is no problem. */
    public Optional<Owner> owner() {
        return Optional.ofNullable(owner);
    }

    /** Whether the parcel stays where it is until the owner acts. */
    public boolean actionRequired() {
        return actionRequired;
    }

    /** What a shopper can do about it; blank when this is no problem. */
    public String advice() {
        return advice;
    }

    /** The term used in code tables and in JSON: {@code out_for_delivery}. */
    public String term() {
        return term;
    }

    /** The type of a term, if there is one. */
    public static Optional<EventType> ofTerm(String term) {
        return Optional.ofNullable(BY_TERM.get(term));
    }
}
