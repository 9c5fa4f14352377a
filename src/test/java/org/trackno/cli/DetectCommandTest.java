package org.trackno.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DetectCommandTest {
    @Test
    void aKnownNumberIsAnsweredWithItsCarrier() {
        CommandRun run = CommandRun.of("detect", "rb 4175 2630 4gb", "--json");

        JsonNode answer = run.json().get(0);
        assertThat(run.exitCode()).isZero();
        assertThat(answer.path("input").asText()).isEqualTo("rb 4175 2630 4gb");
        assertThat(answer.path("trackingNumber").asText()).isEqualTo("RB417526304GB");
        assertThat(answer.path("committed").asText()).isEqualTo("royal-mail");
        assertThat(answer.at("/candidates/0/carrier").asText()).isEqualTo("royal-mail");
        assertThat(answer.at("/candidates/0/format").asText()).isEqualTo("upu-s10");
        assertThat(answer.at("/candidates/0/check").asText()).isEqualTo("PASS");
        assertThat(answer.at("/candidates/0/score").asDouble()).isPositive();
        assertThat(answer.at("/candidates/0/reasons")).isNotEmpty();
        assertThat(answer.path("problem").isNull()).isTrue();
    }

    @Test
    void theCarriersOfAStorefrontRankHigher() {
        JsonNode answer = CommandRun.of("detect", "70392815640273", "--carriers", "Jadlog,ups", "--json")
                .json()
                .get(0);
        CommandRun wrong = CommandRun.of("detect", "70392815640273", "--carriers", "dlh");

        assertThat(answer.at("/candidates/0/carrier").asText()).isEqualTo("jadlog");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("dlh");
    }

    @Test
    void whereASlipGoesUnnoticedIsToldBesideTheCarrier() {
        String barcode = "10040718293041512345006123409876" + "5"
                + org.trackno.number.CheckRule.FEDEX_3_1_7
                        .expected("61234098765")
                        .orElseThrow();

        String page = CommandRun.of("detect", barcode).out();
        JsonNode candidate =
                CommandRun.of("detect", barcode, "--json").json().get(0).at("/candidates/0");

        assertThat(page).contains("check digit right, but not over characters 1 to 20");
        assertThat(candidate.at("/unchecked/typed/0/last").asInt()).isEqualTo(20);
        assertThat(candidate.at("/unchecked/known")).isEmpty();
    }

    @Test
    void aNearMissIsToldBeforeTheCarriersThatItCastsDoubtOn() {
        String page = CommandRun.of("detect", "712340987651").out();

        assertThat(page.indexOf("Almost fedex-12")).isPositive().isLessThan(page.indexOf("It may be a number of"));
    }

    @Test
    void theNumbersInAMailAreFoundStrictlyOrEagerly() {
        String mail = "Order no. 1234098765\r\nTracking number: <b>RB 4175 2630 4 GB</b>\r\nParcel 15509182736450\r\n";

        CommandRun strict = CommandRun.withInput(mail, "detect", "--text", "--json");
        CommandRun eager = CommandRun.withInput(mail, "detect", "--text", "--eager", "--json");

        assertThat(strict.exitCode()).isZero();
        assertThat(strict.json())
                .extracting(answer -> answer.path("trackingNumber").asText())
                .containsExactly("RB417526304GB");
        assertThat(eager.json())
                .extracting(answer -> answer.path("trackingNumber").asText())
                .containsExactly("RB417526304GB", "15509182736450");
        assertThat(CommandRun.withInput("nothing here", "detect", "--text").exitCode())
                .isEqualTo(1);
    }

    @Test
    void aMistypedCheckDigitIsANearMiss() {
        CommandRun run = CommandRun.of("detect", "RB417526303GB", "--json");

        JsonNode miss = run.json().get(0).at("/nearMisses/0");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(miss.path("carrier").asText()).isEqualTo("royal-mail");
        assertThat(miss.path("expectedCheckDigit").asText()).isEqualTo("4");
        assertThat(miss.path("correctedNumber").asText()).isEqualTo("RB417526304GB");
    }

    @Test
    void whatIsNoNumberIsAnsweredWithTheReason() {
        CommandRun run = CommandRun.of("detect", "hello", "--json");

        JsonNode answer = run.json().get(0);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(answer.path("trackingNumber").isNull()).isTrue();
        assertThat(answer.path("candidates")).isEmpty();
        assertThat(answer.path("problem").asText()).isNotBlank();
    }

    @Test
    void oneUnknownNumberAmongKnownOnesIsAFailure() {
        assertThat(CommandRun.of("detect", "RB417526304GB", "RB417526303GB").exitCode())
                .isEqualTo(1);
    }

    @Test
    void peopleReadWhyAndWhatTheyMeant() {
        assertThat(CommandRun.of("detect", "RB417526304GB").out())
                .startsWith("RB417526304GB\n  A number of Royal Mail.\n")
                .contains("· The check digit 4 is right");
        assertThat(CommandRun.of("detect", "RB417526303GB").out()).contains("Did you mean RB417526304GB?");
    }

    @Test
    void aHostileInputDoesNotSteerTheTerminal() {
        assertThat(CommandRun.of("detect", "\u001B[31mRB417526304GB\u001B]0;title\u0007")
                        .out())
                .doesNotContain("\u001B", "\u0007");
    }

    @Test
    void everyLineOfTheInputIsAnsweredInOrder() {
        CommandRun run = CommandRun.withInput("RB417526304GB\n\n  \r\nhello\r\nJD014600001234567890", "detect", "-");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json())
                .extracting(answer -> answer.path("input").asText())
                .containsExactly("RB417526304GB", "hello", "JD014600001234567890");
    }

    @Test
    void anInputOfKnownNumbersIsASuccess() {
        assertThat(CommandRun.withInput("RB417526304GB\n", "detect", "-").exitCode())
                .isZero();
        assertThat(CommandRun.withInput("", "detect", "-").exitCode()).isZero();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstNumber() {
        CommandRun run = CommandRun.withInput("\uFEFFRB417526304GB\n", "detect", "-");

        assertThat(run.json().get(0).path("input").asText()).isEqualTo("RB417526304GB");
    }

    @Test
    void junkIsAnsweredLineByLine() {
        byte[] junk = new byte[20_000];
        new Random(42).nextBytes(junk);
        long lines = new String(junk, StandardCharsets.UTF_8)
                .replace('\r', '\n')
                .lines()
                .filter(line -> !line.isBlank())
                .count();

        CommandRun run = CommandRun.withInput(junk, "detect", "-");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json()).hasSize((int) lines);
    }

    @Test
    void ofAnEndlessLineOnlyTheBeginningIsKept() {
        CommandRun run = CommandRun.withInput("9".repeat(1_000_000) + "\nRB417526304GB\n", "detect", "-");

        assertThat(run.json()).hasSize(2);
        assertThat(run.json().get(0).path("input").asText()).hasSize(NumberLines.MOST_CHARACTERS);
        assertThat(run.json().get(1).path("committed").asText()).isEqualTo("royal-mail");
    }

    @Test
    void wrongUseIsTold() {
        assertThat(CommandRun.of("detect").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("detect", "-", "RB417526304GB").exitCode()).isEqualTo(2);
        CommandRun country = CommandRun.of("detect", "--to", "Britain", "RB417526304GB");
        assertThat(country.exitCode()).isEqualTo(2);
        assertThat(country.err()).contains("two letters");
    }

    @Test
    void anAtSignIsNoFileOfArguments() {
        CommandRun run = CommandRun.of("detect", "@/etc/hostname", "--json");

        assertThat(run.json().get(0).path("input").asText()).isEqualTo("@/etc/hostname");
    }
}
