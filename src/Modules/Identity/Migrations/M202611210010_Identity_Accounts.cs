using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Identity.Migrations;

internal sealed class M202611210010_Identity_Accounts : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        Account(schema);
        RecoveryCode(schema);
        Passkey(schema);
        Duty(schema);
        Session(schema);
        Tries(schema);
    }

    private void Account(MigrationBuilder schema)
    {
        schema.CreateTable("staff_account", table => new
        {
            id = table.Column<Guid>(Types.Id),
            user_name = table.Column<string>(Types.Text),
            name = table.Column<string>(Types.Text),
            nip = table.Column<byte[]>(Types.Bytes, nullable: true),
            phone = table.Column<byte[]>(Types.Bytes, nullable: true),
            password_hash = table.Column<string>(Types.Text, nullable: true),
            security_stamp = table.Column<string>(Types.Text),
            must_change_password = table.Column<bool>(Types.Bool),
            active = table.Column<bool>(Types.Bool),
            demo = table.Column<bool>(Types.Bool),
            totp_secret = table.Column<byte[]>(Types.Bytes, nullable: true),
            totp_on = table.Column<bool>(Types.Bool),
            totp_step = table.Column<long>(Types.Long),
            created_at = table.Column<DateTime>(Types.Time),
        }, constraints: table => table.PrimaryKey("pk_staff_account", t => t.id));
        schema.CreateIndex("ix_staff_account_user_name", "staff_account", "user_name", unique: true);
    }

    private void RecoveryCode(MigrationBuilder schema)
    {
        schema.CreateTable("recovery_code", table => new
        {
            id = table.Column<Guid>(Types.Id),
            account_id = table.Column<Guid>(Types.Id),
            hash = table.Column<byte[]>(Types.Bytes),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_recovery_code", t => t.id);
            table.ForeignKey("fk_recovery_code_account_id", t => t.account_id, "staff_account", "id", onDelete: ReferentialAction.Restrict);
        });
        schema.CreateIndex("ix_recovery_code_account_id_hash", "recovery_code", ["account_id", "hash"], unique: true);
    }

    private void Passkey(MigrationBuilder schema)
    {
        schema.CreateTable("staff_passkey", table => new
        {
            id = table.Column<Guid>(Types.Id),
            account_id = table.Column<Guid>(Types.Id),
            credential_id = table.Column<byte[]>(Types.Bytes),
            public_key = table.Column<byte[]>(Types.Bytes),
            name = table.Column<string>(Types.Text),
            sign_count = table.Column<long>(Types.Long),
            transports = table.Column<string>(Types.Text),
            user_verified = table.Column<bool>(Types.Bool),
            backup_eligible = table.Column<bool>(Types.Bool),
            backed_up = table.Column<bool>(Types.Bool),
            attestation = table.Column<byte[]>(Types.Bytes),
            client_data = table.Column<byte[]>(Types.Bytes),
            created_at = table.Column<DateTime>(Types.Time),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_staff_passkey", t => t.id);
            table.ForeignKey("fk_staff_passkey_account_id", t => t.account_id, "staff_account", "id", onDelete: ReferentialAction.Restrict);
        });
        schema.CreateIndex("ix_staff_passkey_credential_id", "staff_passkey", "credential_id", unique: true);
        schema.CreateIndex("ix_staff_passkey_account_id", "staff_passkey", "account_id");
    }

    private void Duty(MigrationBuilder schema)
    {
        schema.CreateTable("duty", table => new
        {
            id = table.Column<Guid>(Types.Id),
            account_id = table.Column<Guid>(Types.Id),
            role = table.Column<string>(Types.Text),
            division = table.Column<string>(Types.Text, nullable: true),
            areas = table.Column<string>(Types.Text),
            valid_from = table.Column<DateOnly>(Types.Day),
            valid_to = table.Column<DateOnly>(Types.Day, nullable: true),
            legal_basis = table.Column<string>(Types.Text),
            acting = table.Column<string>(Types.Text),
            on_behalf_of_id = table.Column<Guid>(Types.Id, nullable: true),
            on_behalf_of_name = table.Column<string>(Types.Text, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_duty", t => t.id);
            table.ForeignKey("fk_duty_account_id", t => t.account_id, "staff_account", "id", onDelete: ReferentialAction.Restrict);
        });
        schema.CreateIndex("ix_duty_account_id_valid_from", "duty", ["account_id", "valid_from"]);
        schema.CreateIndex("ix_duty_role_valid_to", "duty", ["role", "valid_to"]);
    }

    private void Session(MigrationBuilder schema)
    {
        schema.CreateTable("staff_session", table => new
        {
            id = table.Column<Guid>(Types.Id),
            account_id = table.Column<Guid>(Types.Id),
            key_hash = table.Column<byte[]>(Types.Bytes),
            former_key_hash = table.Column<byte[]>(Types.Bytes, nullable: true),
            former_until = table.Column<DateTime>(Types.Time, nullable: true),
            stage = table.Column<string>(Types.Text),
            roles = table.Column<string>(Types.Text),
            device = table.Column<string>(Types.Text),
            started_at = table.Column<DateTime>(Types.Time),
            seen_at = table.Column<DateTime>(Types.Time),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_staff_session", t => t.id);
            table.ForeignKey("fk_staff_session_account_id", t => t.account_id, "staff_account", "id", onDelete: ReferentialAction.Restrict);
        });
        schema.CreateIndex("ix_staff_session_key_hash", "staff_session", "key_hash", unique: true);
        schema.CreateIndex("ix_staff_session_former_key_hash", "staff_session", "former_key_hash");
        schema.CreateIndex("ix_staff_session_account_id_started_at", "staff_session", ["account_id", "started_at"]);
        schema.CreateIndex("ix_staff_session_seen_at", "staff_session", "seen_at");
    }

    private void Tries(MigrationBuilder schema)
    {
        schema.CreateTable("sign_in_try", table => new
        {
            id = table.Column<byte[]>(Types.Bytes),
            tries = table.Column<int>(Types.Int),
            since = table.Column<DateTime>(Types.Time),
        }, constraints: table => table.PrimaryKey("pk_sign_in_try", t => t.id));
        schema.CreateIndex("ix_sign_in_try_since", "sign_in_try", "since");
        schema.CreateTable("known_device", table => new
        {
            id = table.Column<byte[]>(Types.Bytes),
            seen_at = table.Column<DateTime>(Types.Time),
        }, constraints: table => table.PrimaryKey("pk_known_device", t => t.id));
        schema.CreateIndex("ix_known_device_seen_at", "known_device", "seen_at");
    }
}
