// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.money.Money;
import com.platewright.provider.ProviderException;
import com.platewright.provider.VideoProvider.Account;
import com.platewright.provider.runware.Retries.Setback;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what the service says of money: the account's balance, and the price that a dry run names. */
final class AccountReader {
    private static final String DOLLAR = "USD";

    private AccountReader() {}

    static Account account(Reply reply, UUID id) throws ProviderException {
        refuse(reply, id, "the key");
        JsonNode item = items(reply, id).stream()
                .findFirst()
                .orElseThrow(() ->
                        Sentences.busy("the question about the account", id, Setback.of(Verdict.of(reply, id), reply)));
        JsonNode balance = item.path("balance");
        String currency = Answer.text(balance, "currency");
        String unit = currency.isEmpty() ? DOLLAR : currency;
        Optional<BigDecimal> amount =
                balance.isValueNode() ? number(balance.asText()) : number(Answer.text(balance, "amount"));
        return new Account(
                Answer.text(item, "organizationName"),
                amount.map(a -> new Money(a, unit)),
                number(Answer.text(balance, "freeBalance")).map(a -> new Money(a, unit)));
    }

    /**
     * The price in a dry run's answer: the sum over its items, each by its own {@code cost} or, since the shape of the
     * answer is not documented, by one further down.
     */
    static Optional<Money> quote(Reply reply, UUID id) throws ProviderException {
        refuse(reply, id, "the request, in a dry run,");
        List<JsonNode> named = items(reply, id);
        List<JsonNode> items = named.isEmpty() ? reply.json().stream().toList() : named;
        List<BigDecimal> costs =
                items.stream().flatMap(item -> cost(item).stream()).toList();
        if (costs.isEmpty() || costs.size() < items.size()) {
            return Optional.empty();
        }
        return costs.stream().reduce(BigDecimal::add).map(sum -> new Money(sum, DOLLAR));
    }

    private static Optional<BigDecimal> cost(JsonNode item) {
        Optional<BigDecimal> own = RenditionReader.cost(item);
        return own.isPresent()
                ? own
                : item.findParents("cost").stream()
                        .flatMap(parent -> RenditionReader.cost(parent).stream())
                        .findFirst();
    }

    private static List<JsonNode> items(Reply reply, UUID id) {
        return reply.json()
                .map(json -> Answer.of(json, reply.status()).items(id))
                .orElse(List.of());
    }

    private static void refuse(Reply reply, UUID id, String what) throws ProviderException {
        Verdict verdict = Verdict.of(reply, id);
        switch (verdict.outcome()) {
            case REFUSED, DENIED, MEDIA_GONE, UNCLEAR ->
                throw Sentences.refused(what, id, verdict.error().orElseThrow());
            case MISPLACED -> throw Sentences.misplaced(reply, id);
            case BUSY -> throw Sentences.busy(what, id, Setback.of(verdict, reply));
            case DOUBT -> {
                if (!reply.successful() || verdict.error().isPresent()) {
                    throw Sentences.busy(what, id, Setback.of(verdict, reply));
                }
            }
            case ACCEPTED, KNOWN -> {}
        }
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
