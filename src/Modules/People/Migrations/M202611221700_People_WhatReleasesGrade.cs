using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.People.Migrations;

/// <summary>How hard each difficulty is, and for whom somebody works.</summary>
internal sealed class M202611221700_People_WhatReleasesGrade : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.AddColumn<string>("difficulty_grades", "registry_person_row", Types.Text, nullable: true);
        schema.AddColumn<string>("employment", "registry_person_row", Types.Text, nullable: true);
    }
}
