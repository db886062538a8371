# Sets up Redmine as docs/backends/redmine.md tells a person to: a project, a user and a role for the hub, and the fields it keeps things in.

Setting.rest_api_enabled = '1'
Setting.login_required = '1'
Setting.default_language = 'en'

def person(login, name, key)
  user = User.new(login: login, firstname: name, lastname: 'Example', mail: "#{login}@example.com", language: 'en')
  user.password = user.password_confirmation = SecureRandom.hex(12)
  user.save!
  key_of(user, key)
  user
end

# A token chooses its value when it is made.
def key_of(user, key)
  token = Token.find_or_initialize_by(user_id: user.id, action: 'api')
  token.save! if token.new_record?
  token.update_column(:value, key)
end

key_of(User.find_by_login('admin'), ENV.fetch('ADMIN_KEY'))
hub = person('hub', 'Hub', ENV.fetch('KEY'))
agent = person('agent', 'Ann', ENV.fetch('AGENT_KEY'))
person('guest', 'Gus', ENV.fetch('GUEST_KEY'))

support = Tracker.find_by_name('Support')
project = Project.new(identifier: 'support', name: 'Customer service', is_public: false)
project.enabled_module_names = %w[issue_tracking]
project.trackers = [support]
project.save!
other = Project.new(identifier: 'internal', name: 'Internal', is_public: false)
other.enabled_module_names = %w[issue_tracking]
other.trackers = [support]
other.save!

# Not for all projects but for these two: only then may others than administrators see which fields there are.
fields = [['Customer ID', 'string', true], ['Correlation ID', 'string', true], ['Last call', 'string', false], ['Kind', 'string', true],
          ['Department', 'string', true], ['Flagged', 'bool', true], ['Due time', 'string', false], ['Conversation', 'string', false]]
fields.each do |name, format, filter|
  IssueCustomField.create!(name: name, field_format: format, is_filter: filter, is_for_all: false, trackers: [support], projects: [project, other])
end

role = Role.new(name: 'Hub', assignable: false, issues_visibility: 'all')
role.permissions = %i[view_issues add_issues edit_issues add_issue_notes view_private_notes set_notes_private]
role.save!
developer = Role.find_by_name('Developer')
developer.update!(permissions: developer.permissions | %i[view_private_notes set_notes_private edit_issues])
# From each state to each other one: what may follow what, the hub itself knows.
IssueStatus.all.to_a.permutation(2).each do |from, to|
  [role, developer].each { |each| WorkflowTransition.find_or_create_by!(tracker: support, role: each, old_status: from, new_status: to, author: false, assignee: false) }
end

{ hub => role, agent => developer }.each do |who, what|
  Member.create!(project: project, principal: who, roles: [what])
end
Member.create!(project: other, principal: agent, roles: [developer])
