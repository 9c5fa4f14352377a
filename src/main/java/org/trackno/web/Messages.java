package org.trackno.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * All words of the pages but those of {@link EventMessages}. English stands here, the other languages in {@code
 * messages/msg_*.properties}; a key that one of them lacks, or has too many, fails the build.
 */
@MessageBundle(locale = "en")
public interface Messages {
    // Everywhere
    @Message("Skip to the content")
    String skip();

    @Message("Language")
    String language();

    @Message("Track parcels")
    String home();

    @Message("We show what carriers report. No account, no cookies, nothing loaded from anybody else.")
    String footer();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    // Dates and times
    @Message("EEEE d MMMM")
    String datePattern();

    @Message("EEEE d MMMM yyyy")
    String dateWithYearPattern();

    @Message("Today")
    String today();

    @Message("Tomorrow")
    String tomorrow();

    @Message("Yesterday")
    String yesterday();

    @Message("just now")
    String justNow();

    @Message("{#when form}{#is ONE}{n} minute ago{#else}{n} minutes ago{/when}")
    String minutesAgo(Plural form, long n);

    @Message("{#when form}{#is ONE}{n} hour ago{#else}{n} hours ago{/when}")
    String hoursAgo(Plural form, long n);

    @Message("{#when form}{#is ONE}{n} day ago{#else}{n} days ago{/when}")
    String daysAgo(Plural form, long n);

    @Message("in a moment")
    String soon();

    @Message("{#when form}{#is ONE}in {n} minute{#else}in {n} minutes{/when}")
    String inMinutes(Plural form, long n);

    @Message("{#when form}{#is ONE}in {n} hour{#else}in {n} hours{/when}")
    String inHours(Plural form, long n);

    @Message("{#when form}{#is ONE}in {n} day{#else}in {n} days{/when}")
    String inDays(Plural form, long n);

    // Start page
    @Message("Where is my parcel?")
    String startTitle();

    @Message("Paste one number or many, a link from a carrier, or the whole e-mail. Every carrier, one page.")
    String startIntro();

    @Message("Tracking numbers")
    String numbers();

    @Message("Track")
    String track();

    @Message("Found in your text")
    String found();

    @Message("Find the carrier for me")
    String findCarrier();

    @Message("Recent parcels")
    String recent();

    @Message("Kept in this browser only.")
    String recentNote();

    @Message("Name")
    String name();

    @Message("Rename")
    String rename();

    @Message("Save")
    String save();

    @Message("Archive")
    String archive();

    @Message("Bring back")
    String unarchive();

    @Message("Archived")
    String archived();

    @Message("Delete all")
    String deleteAll();

    @Message("Delete all recent parcels from this browser?")
    String deleteAllSure();

    @Message("Keep them")
    String keep();

    @Message("There is no tracking number in this text")
    String nothingFoundTitle();

    @Message("A tracking number has 5 to 40 letters and digits. Copy it once more from the label or the e-mail.")
    String nothingFoundText();

    // Parcel page: headline
    @Message("Expected")
    String expected();

    @Message("Was expected")
    String wasExpected();

    @Message("Delivered")
    String deliveredOn();

    @Message("Ready since")
    String readySince();

    @Message("Latest news")
    String latestNews();

    @Message("No news yet")
    String noNews();

    @Message("{carrier} says so")
    String basisCarrier(String carrier);

    @Message("from how long such parcels usually take")
    String basisLearned();

    @Message("from the published delivery time")
    String basisPrior();

    @Message("local time of the delivery place")
    String localTime();

    @Message("Steps of the journey")
    String steps();

    @Message("done")
    String stepPassed();

    @Message("now")
    String stepHere();

    @Message("problem")
    String stepTrouble();

    @Message("still to come")
    String stepAhead();

    // Parcel page: what is wrong
    @Message("What you need to do")
    String whatToDo();

    @Message("What is going on")
    String whatGoesOn();

    @Message("Since {date}.")
    String since(String date);

    // Parcel page: freshness
    @Message("Checked {ago}")
    String checked(String ago);

    @Message("last scan {ago}")
    String lastScan(String ago);

    @Message("next check {in}")
    String nextCheck(String in);

    @Message("being checked again now")
    String beingChecked();

    @Message("no further checks, the journey is over")
    String noMoreChecks();

    @Message("The sender has announced the parcel, but {carrier} has not got it yet.")
    String causeNotHandedOver(String carrier);

    @Message("{carrier} has scanned nothing for {n} days. That happens on long ways; if it goes on, ask {carrier}.")
    String causeQuiet(String carrier, long n);

    @Message("There is news that we cannot read yet; {carrier}’s own page may say more.")
    String causeUnreadable(String carrier);

    @Message("{carrier} knows the number, but has reported nothing about the parcel yet.")
    String causeUnknown(String carrier);

    @Message("{carrier} says this cannot be its number. Check it for typing errors.")
    String causeRefused(String carrier);

    @Message("{carrier} does not answer at the moment. You see what was known last; we keep asking.")
    String causeDown(String carrier);

    @Message("{carrier} lets us ask no more for now. You see what was known last; we ask again later.")
    String causeQuota(String carrier);

    @Message("We cannot ask {carrier} at the moment. You see what was known last; its own page may know more.")
    String causeNoAccess(String carrier);

    // Parcel page: carrier
    @Message("Carrier")
    String carrier();

    @Message("Tracking number")
    String trackingNumber();

    @Message("Service")
    String service();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Track at {carrier}")
    String carrierPage(String carrier);

    @Message("Same consignment")
    String samePiece();

    @Message("Same number, another shipment")
    String sameNumber();

    @Message("Partner carrier")
    String partner();

    // Parcel page: history
    @Message("History")
    String history();

    @Message("Nothing has been reported yet.")
    String historyEmpty();

    @Message("Times marked * are as the carrier wrote them; it does not say in which time zone.")
    String zoneNote();

    @Message("taken back by the carrier")
    String takenBack();

    @Message("In the carrier’s words")
    String carriersWords();

    // Parcel page: proof, address
    @Message("Address and proof of delivery")
    String proof();

    @Message(
            "Enter the postcode the parcel goes to. It shows you the address, who signed, and the carrier’s own words.")
    String proofIntro();

    @Message("Postcode of the recipient")
    String postcode();

    @Message("Show")
    String show();

    @Message("This is not the postcode the parcel goes to.")
    String proofWrong();

    @Message("There were too many wrong postcodes for this parcel today. Try again tomorrow.")
    String proofLocked();

    @Message("The carrier did not tell us the postcode, so it proves nothing here.")
    String proofImpossible();

    @Message("Delivery address")
    String address();

    @Message("Signed by")
    String signedBy();

    @Message("Left at")
    String leftAt();

    @Message("{carrier} has a signature.")
    String hasSignature(String carrier);

    @Message("{carrier} has a photo.")
    String hasPhoto(String carrier);

    // Parcel page: map, calendar
    @Message("On the way")
    String map();

    @Message("Map of the towns named below")
    String mapPicture();

    @Message("Not on the map: {towns}.")
    String mapMissing(String towns);

    @Message("Towns: {gazetteer}")
    String mapSource(String gazetteer);

    @Message("Add to calendar")
    String addToCalendar();

    @Message("Parcel from {carrier}")
    String calendarTitle(String carrier);

    // Parcel page: further help
    @Message("It says delivered, but I do not have it")
    String notHere();

    @Message("Look where parcels get left: safe place, porch, shed, letter box, behind the bins.")
    String notHereLook();

    @Message("Ask the people you live with, the neighbours and the reception.")
    String notHereAsk();

    @Message("Look for a card or message from the driver.")
    String notHereCard();

    @Message("Wait until the end of the next working day: some drivers report early.")
    String notHereWait();

    @Message("Then tell the sender: the contract with the carrier is theirs, and so is the claim.")
    String notHereSender();

    @Message("Share and keep")
    String share();

    @Message("Link to this page")
    String link();

    @Message("Whoever has this link sees what you see here, without the postcode, until {date}.")
    String shareFull(String date);

    @Message("Whoever has this link sees what the number alone shows: no name, no address.")
    String sharePublic();

    @Message("Stop sharing")
    String endShare();

    @Message("Print")
    String print();

    @Message("Notify me")
    String notifyMe();

    // Many parcels
    @Message("Your parcels")
    String listTitle();

    @Message("{done} of {all} answered")
    String listProgress(int done, int all);

    @Message("Being asked …")
    String listWaiting();

    @Message("This page loads again by itself until all have answered.")
    String listReloads();

    @Message("Needs you")
    String needsYou();

    @Message("Save as a table (CSV)")
    String csv();

    @Message("Stage")
    String csvStage();

    @Message("Time of the latest news")
    String csvNewsAt();

    @Message("Place")
    String csvPlace();

    @Message("Expected from")
    String csvExpectedFrom();

    @Message("Expected until")
    String csvExpectedTo();

    @Message("Problem")
    String csvProblem();

    @Message("Checked (UTC)")
    String csvCheckedAt();

    // Trouble
    @Message("This is not a tracking number")
    String notANumberTitle();

    @Message("A tracking number has 5 to 40 letters and digits. Check it for typing errors.")
    String notANumberText();

    @Message("We do not know whose number this is")
    String unrecognisedTitle();

    @Message(
            "No carrier we know has numbers of this form. Check it for typing errors, or choose the carrier if you know it.")
    String unrecognisedText();

    @Message("Did you mean {number}?")
    String didYouMean(String number);

    @Message("{carrier} does not know this parcel yet")
    String notFoundTitle(String carrier);

    @Message("New parcels can take a day to appear. We keep asking, and this page updates by itself.")
    String notFoundText();

    @Message(
            "A slip in some characters cannot be seen, because no check digit covers them. Compare these with what you were sent: {places}.")
    String notFoundCompare(String places);

    @Message("If it is another carrier’s, choose that one.")
    String otherCarrier();

    @Message("{carrier} does not answer at the moment")
    String unavailableTitle(String carrier);

    @Message("We know nothing about this parcel from before. We keep asking, and this page updates by itself.")
    String unavailableText();

    @Message("We cannot ask {carrier}")
    String noAccessTitle(String carrier);

    @Message("Whoever runs this site has to mend the access. The carrier’s own page knows more.")
    String noAccessText();

    @Message("{carrier} says this cannot be its number")
    String refusedTitle(String carrier);

    @Message("This is a number of {carrier}")
    String notConfiguredTitle(String carrier);

    @Message("{carrier} is not set up here, so we cannot ask. Its own page knows more.")
    String notConfiguredText(String carrier);

    @Message("Too many tries")
    String tooManyTitle();

    @Message("Please wait a little, then try again.")
    String tooManyText();

    @Message("Please wait {seconds} s; this page then tries again by itself.")
    String tooManyWait(int seconds);

    @Message("We cannot look this up right now")
    String storeTitle();

    @Message("Something on our side does not answer. Try again in a moment.")
    String storeText();

    @Message("There is nothing at this address")
    String noPageTitle();

    @Message("The link may be incomplete. Start again with your tracking number.")
    String noPageText();

    @Message("This link has ended")
    String linkEndedTitle();

    @Message("It was taken back or is too old. Start again with the tracking number and the postcode.")
    String linkEndedText();

    @Message("Something broke")
    String brokenTitle();

    @Message("It has been logged. Try again in a moment.")
    String brokenText();

    // Embedded parcels
    @Message("All details")
    String details();

    // Storefronts
    @Message("To the shop")
    String linkShop();

    @Message("Contact")
    String linkContact();

    @Message("Returns")
    String linkReturns();

    @Message("Privacy")
    String linkPrivacy();

    @Message("Legal notice")
    String linkImprint();
}
