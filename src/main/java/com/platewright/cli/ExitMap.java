// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.archive.ArchiveException;
import com.platewright.delivery.DamagedFramesException;
import com.platewright.files.AlreadyPublishedException;
import com.platewright.files.LeaseHeldException;
import com.platewright.files.LeaseLostException;
import com.platewright.files.StorageException;
import com.platewright.journal.JournalException;
import com.platewright.ledger.BudgetException;
import com.platewright.ledger.LedgerException;
import com.platewright.media.EncodeException;
import com.platewright.media.MediaException;
import com.platewright.pipeline.ChangedStagingException;
import com.platewright.pipeline.ChangedVersionException;
import com.platewright.pipeline.PreflightException;
import com.platewright.plan.OptionException;
import com.platewright.provider.ProviderException;
import com.platewright.request.RequestException;
import com.platewright.sandbox.fault.FaultScriptException;
import com.platewright.show.ConfigException;
import com.platewright.survey.CrowdedException;
import com.platewright.take.SpendUnknownException;
import com.platewright.take.TakeChangedException;
import com.platewright.take.TakeDamagedException;
import com.platewright.take.TakeFailedException;
import com.platewright.transfer.TransferException;
import com.platewright.yaml.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The one place where exceptions become exit codes. */
final class ExitMap {
    private ExitMap() {}

    static Said said(Throwable thrown) {
        if (thrown instanceof RequestException e) {
            return new Said(ExitCode.REQUEST, located(e.problems()));
        }
        if (thrown instanceof ConfigException e) {
            return new Said(ExitCode.CONFIG, located(e.problems()));
        }
        if (thrown instanceof BudgetException e) {
            return Said.of(ExitCode.BUDGET, e.reasons());
        }
        if (thrown instanceof PreflightException e) {
            return Said.of(exit(e.blame()), e.problems());
        }
        if (thrown instanceof ProviderException e) {
            return Said.of(exit(e.kind()), text(e));
        }
        if (thrown instanceof IOException e) {
            return disk(e);
        }
        if (thrown instanceof UncheckedIOException e && e.getCause() != null) {
            return disk(e.getCause());
        }
        return Said.of(exit(thrown), text(thrown));
    }

    private static ExitCode exit(Throwable thrown) {
        if (thrown instanceof OptionException
                || thrown instanceof CrowdedException
                || thrown instanceof FaultScriptException) {
            return ExitCode.USAGE;
        }
        if (thrown instanceof TakeFailedException) {
            return ExitCode.GENERATION_FAILED;
        }
        if (thrown instanceof SpendUnknownException) {
            return ExitCode.SPEND_UNKNOWN;
        }
        if (thrown instanceof LeaseHeldException || thrown instanceof LeaseLostException) {
            return ExitCode.TRANSIENT;
        }
        if (thrown instanceof AlreadyPublishedException) {
            return ExitCode.STORAGE;
        }
        if (thrown instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        if (thrown instanceof OutOfMemoryError) {
            return ExitCode.MEMORY;
        }
        return thrown instanceof UnsatisfiedLinkError ? ExitCode.UNAVAILABLE : ExitCode.INTERNAL;
    }

    private static ExitCode exit(PreflightException.Blame blame) {
        return switch (blame) {
            case SHOW -> ExitCode.CONFIG;
            case REQUEST -> ExitCode.REQUEST;
            case NODE -> ExitCode.UNAVAILABLE;
        };
    }

    private static ExitCode exit(ProviderException.Kind kind) {
        return switch (kind) {
            case REFUSED, REFUSED_IN_DOUBT -> ExitCode.REFUSED;
            case FAILED -> ExitCode.GENERATION_FAILED;
            case BUSY, UNCERTAIN -> ExitCode.TRANSIENT;
            case CONFIG, CONFIG_IN_DOUBT -> ExitCode.CONFIG;
            case INPUT -> ExitCode.REQUEST;
        };
    }

    private static Said disk(IOException thrown) {
        if (thrown instanceof DamagedFramesException e) {
            return Said.of(ExitCode.MEDIA, e.damages());
        }
        if (thrown instanceof TakeDamagedException e) {
            return Said.of(ExitCode.MEDIA, e.damages());
        }
        if (thrown instanceof ArchiveException
                || thrown instanceof MediaException
                || thrown instanceof ChangedVersionException) {
            return Said.of(ExitCode.MEDIA, text(thrown));
        }
        if (thrown instanceof EncodeException) {
            return Said.of(ExitCode.ENCODE, text(thrown));
        }
        if (thrown instanceof TransferException e) {
            return Said.of(e.retryable() ? ExitCode.TRANSIENT : ExitCode.REFUSED, text(thrown));
        }
        if (thrown instanceof StorageException
                || thrown instanceof JournalException
                || thrown instanceof LedgerException
                || thrown instanceof TakeChangedException
                || thrown instanceof ChangedStagingException) {
            return Said.of(ExitCode.STORAGE, text(thrown));
        }
        return Said.of(ExitCode.STORAGE, thrown.getClass().getSimpleName() + ": " + text(thrown));
    }

    private static List<Said.Trouble> located(List<Problem> problems) {
        return problems.stream()
                .map(p -> new Said.Trouble(p.message(), p.where().toString()))
                .toList();
    }

    private static String text(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
    }
}
